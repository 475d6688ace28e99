//! From what is to be shown to calls: what is edited, what is sent, which keyboard is taken away.

use super::{Keyboard, Message, Out};
use crate::domain::MessageId;

/// Lays messages out as calls. After a tap the first message takes the place of the tapped one, so
/// that the conversation does not grow; only a message with a keyboard in place of the phone's must be
/// new, and then the tapped one keeps `done`, the answer it got. A keyboard in place of the phone's
/// that is no longer wanted is taken away by the first message, or by a short line before it.
#[must_use]
pub fn lay_out(
    messages: Vec<Message>,
    tapped: Option<MessageId>,
    done: &str,
    keyboard_up: &mut bool,
) -> Vec<Out> {
    let stays = messages.iter().any(|message| matches!(message.keyboard, Keyboard::Reply { .. }));
    let mut out = Vec::with_capacity(messages.len() + 1);
    let mut tapped = tapped;
    let mut take_away = *keyboard_up && !stays && !messages.is_empty();
    for mut message in messages {
        if take_away {
            take_away = false;
            if message.keyboard == Keyboard::None {
                message.keyboard = Keyboard::Remove;
            } else {
                let html = if done.is_empty() { "👌".to_owned() } else { done.to_owned() };
                out.push(Out::Send(Message { html, keyboard: Keyboard::Remove }));
            }
        }
        let editable = matches!(message.keyboard, Keyboard::None | Keyboard::Inline(_));
        match tapped.take() {
            Some(id) if editable => out.push(Out::Edit { message: id, content: message }),
            Some(id) => {
                if !done.is_empty() {
                    out.push(Out::Edit { message: id, content: Message::text(done) });
                }
                out.push(Out::Send(message));
            }
            None => out.push(Out::Send(message)),
        }
    }
    if !out.is_empty() {
        *keyboard_up = stays;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::{Button, ReplyButton};

    fn inline() -> Message {
        Message::inline("q", vec![vec![Button::new("a", "a")]])
    }

    fn reply() -> Message {
        let rows = vec![vec![ReplyButton::Location("here".into())]];
        Message { html: "where".into(), keyboard: Keyboard::Reply { rows, hint: None } }
    }

    #[test]
    fn a_tap_edits_and_a_text_sends() {
        let mut up = false;
        let edited = lay_out(vec![inline()], Some(MessageId(7)), "✓", &mut up);
        assert_eq!(edited, [Out::Edit { message: MessageId(7), content: inline() }]);
        assert_eq!(lay_out(vec![inline()], None, "✓", &mut up), [Out::Send(inline())]);
    }

    #[test]
    fn a_phone_keyboard_comes_new_and_is_taken_away_once() {
        let mut up = false;
        let out = lay_out(vec![reply()], Some(MessageId(7)), "✓ 8", &mut up);
        assert_eq!(
            out,
            [Out::Edit { message: MessageId(7), content: Message::text("✓ 8") }, Out::Send(reply())]
        );
        assert!(up);
        let out = lay_out(vec![inline()], None, "✓ Moscow", &mut up);
        assert_eq!(
            out,
            [Out::Send(Message { html: "✓ Moscow".into(), keyboard: Keyboard::Remove }), Out::Send(inline())]
        );
        assert!(!up);
        assert_eq!(lay_out(vec![inline()], None, "", &mut up).len(), 1);
    }
}
