//! What follows from what a person did in the editor.

use bevy::prelude::*;

use super::super::mode::Mode;
use super::super::reload::Notice;
use super::super::{Flow, Screen};
use super::{Editor, fields, kept};
use crate::drill::{Draft, Drill, RawDrill};
use crate::game::panels::Phrase;
use crate::game::panels::editor::{Action, Tool};
use crate::game::scene::camera::{Eye, Glide};
use crate::lang::Value;

impl Flow {
    /// Opens the editor: with a new drill, or the one that was begun; or with one of the person's own.
    pub(in super::super) fn edit(&mut self, next: &mut NextState<Screen>, own: Option<&str>) {
        let Some(shelf) = self.shelf.clone() else { return };
        let file = own.and_then(|id| self.home.path(&format!("{}/{id}.ron", Drill::OWN_FOLDER)));
        let on_disk = file.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
        let read = |text: &str| RawDrill::read("", text, &shelf.library.known()).ok();
        let saved = on_disk.as_deref().and_then(read);
        let last = || own.and_then(|id| shelf.library.drill_text(id)).and_then(read);
        let first = || shelf.library.patients().first().map(|who| who.id.clone()).unwrap_or_default();
        let draft = kept::read(own, &self.home);
        let raw = draft.or_else(|| saved.clone()).or_else(last);
        let draft = raw.map_or_else(|| Draft::blank(&first()), Draft::of);
        let mut editor = Editor::with(draft, own.map(str::to_owned));
        editor.saved = saved.zip(file.map(|file| file.display().to_string()));
        editor.on_disk = on_disk;
        self.editor = Some(Box::new(editor));
        NextState::set_if_neq(next, Screen::Editor);
    }

    /// Back to the editor, from a trial of what is in it; whether there was one.
    pub(in super::super) fn end_trial(&mut self, next: &mut NextState<Screen>) -> bool {
        let back = std::mem::take(&mut self.trying) && self.editor.is_some();
        if back {
            if let Some(editor) = &mut self.editor {
                editor.arriving = true;
            }
            NextState::set_if_neq(next, Screen::Editor);
        }
        back
    }
}

impl Editor {
    /// Keeps what stands in the file that is to be written, where somebody else wrote it: beside it, where the file is the one that is
    /// edited. Of another one nothing may be lost: then `false`.
    fn spare(&self, folder: &std::path::Path) -> std::io::Result<bool> {
        let path = folder.join(format!("{}.ron", self.raw().id));
        let Ok(there) = std::fs::read(&path) else { return Ok(!path.exists()) };
        if self.edits.as_deref() != Some(self.raw().id.as_str()) {
            return Ok(false);
        }
        if self.on_disk.as_ref().is_none_or(|known| known.as_bytes() != there) || self.saved.is_none() {
            std::fs::write(path.with_extension("ron.bak"), there)?;
        }
        Ok(true)
    }
}

/// Obeys an act of the editor.
pub(in super::super) fn obey(flow: &mut Flow, next: &mut NextState<Screen>, eye: &Eye, glide: &mut Glide, action: Action) {
    let (Some(editor), Some(shelf)) = (&mut flow.editor, flow.shelf.clone()) else { return };
    match action {
        Action::Tab(tab) => editor.tab = tab,
        Action::Set(name, change) => fields::set(editor, &shelf, name, &change),
        Action::Tool(tool) => (editor.tool, editor.chosen, editor.refused) = (tool, None, None),
        Action::Add => {
            if let Some(ring) = editor.ring {
                editor.set_point(ring.point);
            }
        }
        Action::Choose(index) => editor.chosen = if editor.chosen == Some(index) { None } else { Some(index) },
        Action::Remove => {
            if let Some(index) = editor.chosen {
                editor.remove_point(index);
            }
        }
        Action::RemoveLast => {
            if let Some(last) = editor.count().checked_sub(1) {
                editor.remove_point(last);
            }
        }
        Action::Clear => {
            if editor.tool == Tool::Zone {
                editor.draft.clear_zone();
                editor.changed();
            }
        }
        Action::View(index) => editor.look(index, eye, glide),
        Action::Undo | Action::Redo => {
            if action == Action::Undo { editor.draft.undo() } else { editor.draft.redo() };
            editor.seeds = None;
            editor.changed();
        }
        Action::StartOver => {
            let (id, patient) = (editor.edits.clone().unwrap_or_default(), editor.who());
            let title = editor.raw().title.clone();
            let keeps = editor.edits.is_some();
            editor.draft.settle();
            editor.draft.change("over", |raw| {
                *raw = Draft::blank(&patient).raw().clone();
                if keeps {
                    (raw.id, raw.title) = (id, title);
                }
            });
            editor.draft.settle();
            editor.named = keeps;
            editor.seeds = None;
            editor.changed();
        }
        Action::Try => {
            if !editor.is_right() {
                return;
            }
            editor.keeping.tend(0.0, true, &editor.draft, editor.edits.as_deref(), &flow.home);
            if let Ok(drill) = editor.raw().drill(&shelf.library.known()) {
                flow.trying = true;
                let seed = drill.seed(1);
                flow.start_drill(next, drill, seed, Mode::Trial);
            }
        }
        Action::Save => {
            if !editor.is_right() {
                return;
            }
            let folder = flow.home.folder(Drill::OWN_FOLDER).map_err(|error| error.to_string());
            let spare = |folder: std::path::PathBuf| {
                let kept = editor.spare(&folder).map_err(|error| error.to_string())?;
                if kept { Ok(folder) } else { Err(flow.lang.text("editor-file-there", &[])) }
            };
            match folder.and_then(spare).and_then(|folder| editor.raw().save(&folder).map_err(|error| error.to_string())) {
                Ok(path) => {
                    editor.on_disk = Some(editor.raw().to_ron());
                    editor.keeping.saved(editor.edits.as_deref(), &flow.home);
                    editor.edits = Some(editor.raw().id.clone());
                    editor.saved = Some((editor.raw().clone(), path.display().to_string()));
                    let title = Phrase::new("editor-saved").with("file", Value::text(path.display().to_string()));
                    flow.notice = Some(Notice::good(title));
                }
                Err(why) => editor.keeping.trouble = Some(why),
            }
        }
        Action::Back => {
            editor.keeping.tend(0.0, true, &editor.draft, editor.edits.as_deref(), &flow.home);
            flow.editor = None;
            flow.drafts = None;
            NextState::set_if_neq(next, Screen::Drills);
        }
    }
}
