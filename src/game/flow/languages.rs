//! The languages that are installed, and which of them is shown.

use std::sync::Arc;

use crate::game::panels::settings::Language;
use crate::lang::{ENGLISH, Lang, LangError, choose, languages, of_system};
use crate::source::Content;

/// All languages that can be read; English is always among them.
#[derive(Clone)]
pub(super) struct Languages(Vec<Arc<Lang>>);

impl Languages {
    /// Reads every installed language, and gives what is wrong with those that are left out.
    ///
    /// # Errors
    /// What is wrong with English.
    pub(super) fn read(content: &Content) -> Result<(Self, Vec<String>), LangError> {
        let english = Arc::new(Lang::load_alone(content, ENGLISH)?);
        let (mut all, mut problems) = (vec![Arc::clone(&english)], Vec::new());
        for code in languages(content)?.iter().filter(|code| *code != ENGLISH) {
            match Lang::load_alone(content, code) {
                Ok(lang) => all.push(Arc::new(lang.with_behind(Arc::clone(&english)))),
                Err(error) => problems.extend(error.to_string().lines().map(str::to_owned)),
            }
        }
        Ok((Self(all), problems))
    }

    /// The languages at the start, before anything else is read: those that are installed, else the words built in.
    pub(super) fn at_start() -> Self {
        let read = Content::find().ok().and_then(|content| Self::read(&content).ok());
        read.map_or_else(|| Self(vec![Arc::new(built_in())]), |(languages, _)| languages)
    }

    /// The language of a code that was chosen, else the one that the system asks for.
    pub(super) fn wanted(&self, chosen: Option<&str>) -> Arc<Lang> {
        let codes: Vec<String> = self.0.iter().map(|lang| lang.code().to_owned()).collect();
        let code = choose(&codes, chosen.unwrap_or(&of_system()));
        let found = self.0.iter().find(|lang| lang.code() == code);
        Arc::clone(found.unwrap_or(&self.0[0]))
    }

    /// Their codes and what each calls itself.
    pub(super) fn named(&self) -> Vec<Language> {
        let one = |lang: &Arc<Lang>| Language { code: lang.code().to_owned(), name: lang.text("language-name", &[]) };
        self.0.iter().map(one).collect()
    }
}

/// The words that the program shows without its content: those of waiting and of errors.
fn built_in() -> Lang {
    let texts = [
        ("common.ftl", include_str!("../../../assets/lang/en/common.ftl")),
        ("menu.ftl", include_str!("../../../assets/lang/en/menu.ftl")),
        ("hint.ftl", include_str!("../../../assets/lang/en/hint.ftl")),
    ];
    let read = Lang::from_texts(ENGLISH, texts.map(|(name, text)| (name.to_owned(), text.to_owned())));
    read.or_else(|_| Lang::from_texts(ENGLISH, [])).expect("no text has no mistake")
}
