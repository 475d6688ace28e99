//! The form by which an employer signs up.

use super::worker::suggested;
use crate::chat::Answers;
use crate::chat::form::{Form, Kind, Menu, Question};
use crate::reading::has_contact;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What an employer says of the company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// The company's name.
    pub name: String,
    /// Whom workers ask for.
    pub contact: String,
    /// The number of the business licence, upper case, without spaces.
    pub licence: String,
}

pub(super) fn form() -> Form {
    let text = |id, most, check: fn(&str) -> Result<(), &'static str>| {
        Question::new(id, Kind::Text { choices: Arc::new(|_| Menu::default()), most, check: Arc::new(check) })
    };
    let questions = vec![
        text("company", 80, check_company),
        Question::new(
            "contact",
            Kind::Text {
                choices: Arc::new(|ask| suggested(ask.name)),
                most: 60,
                check: Arc::new(check_contact),
            },
        ),
        text("licence", 40, check_licence),
    ];
    Form {
        id: super::EMPLOYER,
        questions,
        texts: super::EMPLOYER,
        summary: true,
        may_leave: true,
        single: false,
        restart_keeps: Some(&[]),
    }
}

/// Whom workers ask for is a name: they talk through the bot, which shows no number to either side.
pub(super) fn check_contact(text: &str) -> Result<(), &'static str> {
    if has_contact(text) { Err("wrong-contact-in-text") } else { Ok(()) }
}

fn check_company(name: &str) -> Result<(), &'static str> {
    if name.chars().filter(|c| c.is_alphanumeric()).count() >= 2 { Ok(()) } else { Err("wrong-company") }
}

/// The characters of a unified social credit code in the order of their values (GB 32100-2015).
const CREDIT_CODE: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A licence number is 6 to 25 letters and digits, with at least four digits; one of 18 that has the
/// shape of a unified social credit code must have its check character (GB 32100-2015, mod 31).
fn check_licence(text: &str) -> Result<(), &'static str> {
    let number = clean_licence(text);
    let shaped = number.chars().all(|c| c.is_ascii_alphanumeric())
        && (6..=25).contains(&number.len())
        && number.chars().filter(char::is_ascii_digit).count() >= 4;
    if !shaped {
        return Err("wrong-licence");
    }
    if number.len() == 18 && number.chars().all(|c| CREDIT_CODE.contains(c)) && !credit_code_holds(&number) {
        return Err("wrong-credit-code");
    }
    Ok(())
}

fn credit_code_holds(number: &str) -> bool {
    let values: Vec<usize> = number.chars().filter_map(|c| CREDIT_CODE.find(c)).collect();
    let mut weight = 1;
    let mut sum = 0;
    for value in values.iter().take(17) {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    values.get(17) == Some(&((31 - sum % 31) % 31))
}

fn clean_licence(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_uppercase).collect()
}

/// The company that the answers describe; `None` while something is missing.
#[must_use]
pub fn company(answers: &Answers) -> Option<Company> {
    Some(Company {
        name: answers.text("company")?.to_owned(),
        contact: answers.text("contact")?.to_owned(),
        licence: clean_licence(answers.text("licence")?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_workers_ask_for_is_a_name() {
        assert_eq!(check_contact("王经理"), Ok(()));
        for text in ["王经理 13800138000", "@boss_wang", "加微信 wang1982"] {
            assert_eq!(check_contact(text), Err("wrong-contact-in-text"), "{text}");
        }
    }

    #[test]
    fn licence_numbers() {
        for (text, expected) in [
            ("91350100M000100Y43", Ok(())),
            ("9135 0100 m000100y43", Ok(())),
            ("91350100M000100Y44", Err("wrong-credit-code")),
            ("INN 7707083893", Ok(())),
            ("123", Err("wrong-licence")),
            ("no licence", Err("wrong-licence")),
            ("执照12345678", Err("wrong-licence")),
        ] {
            assert_eq!(check_licence(text), expected, "{text}");
        }
    }
}
