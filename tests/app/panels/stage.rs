//! A window without a window: runs a screen, gives it pointer and keys, and reads what was painted.

use bevy_egui::egui::{self, Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Shape, Ui, Vec2};
use fanline::game::theme::{self, Look, Theme};
use fanline::lang::Lang;
use fanline::source::Content;

/// Words of the test's own models, beside the program's.
const EXTRA: &str = "
test-hint = Withdraw slowly and press. Stop the flow 8 mm before the entry point.
test-withdraw = withdraw
test-press = press
test-notice = The skin turns white here: too much product in the dermis
test-critical = product in a vessel (facial artery), 0:41
test-fault = Thread 2 rose into the dermis for 7 mm
test-fault-why = 0.7 mm deep where 1.1–1.9 was wanted. CaHA here stays visible.
test-fault-how = Raise the hub by 2° over the jaw angle: the shaft pivots at the entry.
test-attention = 38 % of the dose lies within 12 mm of the entry
test-attention-why = A fan is dense at its apex: stop the flow earlier.
test-well = Retrograde throughout, steady 5.1 ± 0.6 mm/s
";

pub fn lang() -> Lang {
    of("en")
}

/// Spanish, with the tests' own words in English.
pub fn spanish() -> Lang {
    of("es")
}

fn of(code: &str) -> Lang {
    let content = Content::find().expect("the project's own content is beside it");
    let files = content.list(&format!("assets/lang/{code}"), "ftl").expect("the words are installed");
    let mut texts: Vec<_> = files.into_iter().map(|file| (file.clone(), content.read_text(&file).expect("a readable file"))).collect();
    texts.push(("test.ftl".to_owned(), EXTRA.to_owned()));
    let lang = Lang::from_texts(code, texts).expect("messages without mistakes");
    if code == "en" { lang } else { lang.with_behind(std::sync::Arc::new(of("en"))) }
}

/// Words as they were painted.
#[derive(Clone, Debug)]
pub struct Painted {
    pub text: String,
    pub rect: Rect,
    pub clip: Rect,
    /// Smallest type in it, points.
    pub points: f32,
}

pub struct Stage {
    pub ctx: Context,
    pub look: Look,
    pub size: Vec2,
    time: f64,
    events: Vec<Event>,
    pub painted: Vec<Painted>,
}

impl Stage {
    pub fn new(size: Vec2, look: Look) -> Self {
        Self { ctx: Context::default(), look, size, time: 0.0, events: Vec::new(), painted: Vec::new() }
    }

    /// One pass of a screen.
    pub fn pass<A>(&mut self, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        self.time += 0.25;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            events: std::mem::take(&mut self.events),
            ..Default::default()
        };
        let mut action = None;
        let theme = Theme::new(self.look, self.size);
        let mut output = self.ctx.run_ui(input, |ui| {
            theme::apply(ui.ctx(), &theme);
            action = screen(ui).or(action.take());
        });
        self.painted.clear();
        for clipped in std::mem::take(&mut output.shapes) {
            collect(&clipped.shape, clipped.clip_rect, &mut self.painted);
        }
        output.drop_without_applying_deltas();
        action
    }

    /// As many passes as it takes to settle; the last one's action.
    pub fn settle<A>(&mut self, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        (0..4).fold(None, |_, _| self.pass(&screen))
    }

    /// Clicks where words stand, and returns what comes of it.
    pub fn click<A>(&mut self, text: &str, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        self.settle(&screen);
        let at = self.find(text).rect.center();
        self.click_at(at, screen)
    }

    pub fn click_at<A>(&mut self, at: Pos2, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        let button = |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        self.events = vec![Event::PointerMoved(at)];
        let mut action = self.pass(&screen);
        for pressed in [true, false] {
            self.events = vec![button(pressed)];
            action = self.pass(&screen).or(action);
        }
        action
    }

    /// Moves the pointer, and returns what comes of it.
    pub fn moved<A>(&mut self, at: Vec2, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        self.events = vec![Event::PointerMoved(at.to_pos2())];
        self.pass(screen)
    }

    /// Puts the left button down or lets it go, and returns what comes of it.
    pub fn button<A>(&mut self, at: Vec2, pressed: bool, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        self.moved(at, &screen);
        self.events = vec![Event::PointerButton { pos: at.to_pos2(), button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }];
        self.pass(screen)
    }

    /// Presses a key, and returns what comes of it.
    pub fn key<A>(&mut self, key: Key, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        let mut action = None;
        for pressed in [true, false] {
            self.events = vec![Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }];
            action = self.pass(&screen).or(action);
        }
        action
    }

    /// Types words, and returns what comes of it.
    pub fn typed<A>(&mut self, text: &str, screen: impl Fn(&mut Ui) -> Option<A>) -> Option<A> {
        self.events = vec![Event::Text(text.to_owned())];
        self.pass(screen)
    }

    pub fn find(&self, text: &str) -> &Painted {
        let shown = || self.painted.iter().map(|painted| painted.text.as_str()).collect::<Vec<_>>();
        let found = self.painted.iter().find(|painted| painted.text.contains(text));
        found.unwrap_or_else(|| panic!("`{text}` is not on the screen: {:?}", shown()))
    }

    pub fn window(&self) -> Rect {
        Rect::from_min_size(Pos2::ZERO, self.size)
    }
}

fn collect(shape: &Shape, clip: Rect, painted: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, painted)),
        Shape::Text(text) if !text.galley.text().trim().is_empty() => {
            let sizes = text.galley.job.sections.iter().map(|section| section.format.font_id.size);
            painted.push(Painted {
                text: text.galley.text().to_owned(),
                rect: text.galley.rect.translate(text.pos.to_vec2()),
                clip,
                points: sizes.fold(f32::INFINITY, f32::min),
            });
        }
        _ => {}
    }
}

pub fn sizes() -> [Vec2; 2] {
    [egui::vec2(1280.0, 720.0), egui::vec2(1920.0, 1080.0)]
}
