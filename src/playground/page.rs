//! The chat page: a few embedded files, no build step, nothing loaded from the network.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::get;

use super::Page;
use super::world::World;

/// Path, kind and content of each file.
const FILES: [(&str, &str, &str); 9] = [
    ("/", "text/html", include_str!("page/page.html")),
    ("/page.css", "text/css", include_str!("page/page.css")),
    ("/page.js", JS, include_str!("page/page.js")),
    ("/phone.js", JS, include_str!("page/phone.js")),
    ("/message.js", JS, include_str!("page/message.js")),
    ("/keys.js", JS, include_str!("page/keys.js")),
    ("/sheet.js", JS, include_str!("page/sheet.js")),
    ("/text.js", JS, include_str!("page/text.js")),
    ("/words.js", JS, include_str!("page/words.js")),
];
const JS: &str = "text/javascript";

/// What the page may load: its own files, and the icon that is written into it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The routes of the page.
pub(super) fn routes() -> Router<Arc<World>> {
    let mut routes = Router::new().route("/page.json", get(texts));
    for (path, kind, text) in FILES {
        routes = routes.route(path, get(async move || file(kind, text)));
    }
    routes
}

fn file(kind: &'static str, text: &'static str) -> Response {
    let kind = format!("{kind}; charset=utf-8");
    let headers =
        [(CONTENT_TYPE, kind.as_str()), (CACHE_CONTROL, "no-cache"), (CONTENT_SECURITY_POLICY, POLICY)];
    (headers, text).into_response()
}

async fn texts(State(world): State<Arc<World>>) -> Json<Page> {
    Json(world.page.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> String {
        FILES.map(|(_, _, text)| text).concat()
    }

    /// The parts of a text between two marks.
    fn between<'a>(text: &'a str, begin: &str, end: char) -> Vec<&'a str> {
        text.split(begin).skip(1).filter_map(|rest| rest.split(end).next()).collect()
    }

    #[test]
    fn every_module_and_style_is_served() {
        let texts = texts();
        let imports = between(&texts, " from \"./", '"').into_iter().map(|name| format!("/{name}"));
        let links = ["src=\"", "rel=\"stylesheet\" href=\""].map(|mark| between(&texts, mark, '"')).concat();
        let named: Vec<String> = imports.chain(links.into_iter().map(str::to_owned)).collect();
        assert!(named.len() > 9, "{named:?}");
        for name in named {
            assert!(FILES.iter().any(|(path, _, _)| *path == name), "{name}");
        }
    }

    #[test]
    fn the_browser_is_told_to_load_nothing_from_elsewhere() {
        for (path, kind, text) in FILES {
            let policy = file(kind, text).headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
            assert!(
                policy.starts_with("default-src 'none';") && !policy.contains("http"),
                "{path}: {policy}"
            );
        }
    }

    #[test]
    fn every_word_that_is_asked_for_is_there_in_both_languages() {
        let texts = texts();
        let words = include_str!("page/words.js");
        let asked = [between(&texts, " t(\"", '"'), between(&texts, "data-word=\"", '"')].concat();
        assert!(asked.len() > 40, "{asked:?}");
        for word in asked {
            let n_languages = words.matches(&format!(" {word}: ")).count();
            assert_eq!(n_languages, 2, "{word}");
        }
    }
}
