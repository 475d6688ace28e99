//! The way to a PostgreSQL server, which can be cut.

use std::path::Path;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpStream, UnixListener};
use tokio::sync::watch;

/// A socket in a folder that leads to a server.
pub struct Cable {
    is_whole: watch::Sender<bool>,
    url: String,
    _folder: tempfile::TempDir,
}

impl Cable {
    /// The way to a database if it is on a server, and the URL to be used. A socket has none of the delays of
    /// TCP, so that a clock that is driven by hand does not run ahead of the database.
    pub fn lay(database_url: &str) -> (Option<Self>, String) {
        if !database_url.starts_with("postgres") {
            return (None, database_url.into());
        }
        let cable = Self::to(database_url);
        let url = cable.url.clone();
        (Some(cable), url)
    }

    /// For the database of this URL.
    fn to(database_url: &str) -> Self {
        let url: sqlx::postgres::PgConnectOptions = database_url.parse().unwrap();
        let (host, port) = (url.get_host().to_owned(), url.get_port());
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join(format!(".s.PGSQL.{port}"))).unwrap();
        let (is_whole, cut) = watch::channel(true);
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let (host, mut cut) = (host.clone(), cut.clone());
                tokio::spawn(async move {
                    if !*cut.borrow() {
                        return;
                    }
                    let Ok(mut far) = TcpStream::connect((host, port)).await else { return };
                    far.set_nodelay(true).unwrap();
                    tokio::select! {
                        _ = copy_bidirectional(&mut near, &mut far) => {}
                        _ = cut.wait_for(|whole| !whole) => {}
                    }
                });
            }
        });
        let url = through(database_url, folder.path());
        Self { is_whole, url, _folder: folder }
    }

    /// Cuts it, with all connections, or mends it.
    pub fn set_whole(&self, whole: bool) {
        self.is_whole.send_replace(whole);
    }
}

fn through(database_url: &str, folder: &Path) -> String {
    let sign = if database_url.contains('?') { '&' } else { '?' };
    format!("{database_url}{sign}host={}", folder.display())
}
