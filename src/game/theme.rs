//! The visual language of the screen: colours, type sizes and spacing of one window, and the fonts.
//!
//! **Invariant:** a panel takes every colour, size and distance from the [`Theme`] of its context; a state is never shown by
//! colour alone, [`State`] has a shape for each.

use crate::anatomy::HazardKind;
use bevy_egui::egui::{self, Color32, FontFamily, FontId, Stroke, Vec2};
use std::sync::Arc;

/// What a value means to the hand: its colour and its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nothing to judge: muted ring.
    Neutral,
    /// As it should be: teal disc.
    Target,
    /// Worth a look: amber triangle.
    Attention,
    /// A fault: vermilion diamond.
    Fault,
}

impl State {
    /// The message that says it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Neutral => "state-neutral",
            Self::Target => "state-target",
            Self::Attention => "state-attention",
            Self::Fault => "state-fault",
        }
    }
}

/// The five sizes of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// The one large number.
    Hero,
    /// A screen's name, a score.
    Title,
    /// A card's name.
    Heading,
    /// Running text.
    Body,
    /// Captions.
    Small,
}

/// The three weights of Inter that are shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
}

/// What a person chose about how the screen looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Dark slate clinic, or light.
    pub dark: bool,
    /// Text size, 0.8 to 2.0 of the design's.
    pub text: f32,
    /// Text of at least 7 to 1, solid cards, thicker outlines.
    pub high_contrast: bool,
    /// No transitions at all.
    pub reduced_motion: bool,
    /// Panels change sides.
    pub left_handed: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { dark: true, text: 1.0, high_contrast: false, reduced_motion: false, left_handed: false }
    }
}

/// Colours, sizes and distances for one window; all lengths in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// What the person chose.
    pub look: Look,
    /// Size of the window.
    pub window: Vec2,
    /// 1 at a height of 1080, about 0.77 at 720; distances that shrink with the window are multiplied by it.
    pub unit: f32,
    /// Behind everything.
    pub ground: Color32,
    /// A card's fill, translucent.
    pub card: Color32,
    /// A card on a card, a track of a meter.
    pub well: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Quieter text.
    pub muted: Color32,
    /// In target.
    pub target: Color32,
    /// Attention.
    pub attention: Color32,
    /// Fault.
    pub fault: Color32,
    /// Information, the cannula.
    pub info: Color32,
    sizes: [f32; 5],
    fonts: bool,
}

/// Colours of epidermis, dermis, fat, SMAS, deep tissue and bone, the same in every look.
pub const LAYERS: [Color32; 6] = [
    Color32::from_rgb(0xEB, 0xC7, 0xB2),
    Color32::from_rgb(0xC9, 0x83, 0x7A),
    Color32::from_rgb(0xE8, 0xC6, 0x6A),
    Color32::from_rgb(0xA9, 0xB8, 0xC2),
    Color32::from_rgb(0x8C, 0x4A, 0x48),
    Color32::from_rgb(0xE9, 0xE2, 0xD0),
];
/// Colour of a kind of hazard, the same in every look: apart in lightness too, and each kind has a form of its own.
#[must_use]
pub fn hazard(kind: HazardKind) -> Color32 {
    match kind {
        HazardKind::Artery => Color32::from_rgb(0xE2, 0x3B, 0x3B),
        HazardKind::Vein => Color32::from_rgb(0x3F, 0x6F, 0xD6),
        HazardKind::Nerve => Color32::from_rgb(0xF6, 0xD4, 0x4A),
        HazardKind::Foramen => Color32::from_rgb(0xC9, 0x7B, 0xE0),
        HazardKind::Gland => Color32::from_rgb(0x8F, 0xC8, 0xA0),
    }
}
/// Colour of another's attempt beside one's own, the same in every look and in the scene; always dashed too.
pub const GHOST: Color32 = Color32::from_rgb(0xC6, 0xA8, 0xFF);
/// Colour of the product, the same in every look.
pub const PRODUCT: Color32 = Color32::from_rgb(0xF4, 0xF1, 0xE8);

/// Type sizes at 720 and at 1080 points of height, largest first.
const TYPE: [(f32, f32); 5] = [(32.0, 44.0), (22.0, 28.0), (17.0, 20.0), (15.0, 17.0), (13.0, 15.0)];
const FAMILIES: [(&str, &[u8]); 3] = [
    ("inter", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
    ("inter-medium", include_bytes!("../../assets/fonts/Inter-Medium.otf")),
    ("inter-semibold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
];

impl Theme {
    /// The theme of a window of a size in points. Sizes follow the height between 720 and 1080, stay those of 720 below it
    /// and grow in proportion above 1080.
    #[must_use]
    pub fn new(look: Look, window: Vec2) -> Self {
        let look = Look { text: look.text.clamp(0.8, 2.0), ..look };
        // A low, wide window is judged by its height; a narrow one by its width.
        let height = window.y.min(window.x * 9.0 / 16.0 + 120.0).max(1.0);
        let part = ((height - 720.0) / 360.0).clamp(0.0, 1.0);
        let above = (height / 1080.0).max(1.0);
        let sizes = TYPE.map(|(low, high)| ((low + (high - low) * part) * above * look.text * 2.0).round() * 0.5);
        let unit = (232.0 + (300.0 - 232.0) * part) / 300.0 * above;
        let hex = |rgb: u32| Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8);
        let veil = |rgb: u32, share: f32| {
            let [r, g, b, _] = hex(rgb).to_array();
            Color32::from_rgba_unmultiplied(r, g, b, (share * 255.0).round() as u8)
        };
        let (ground, card, well, line, text, muted, states) = match (look.dark, look.high_contrast) {
            (true, false) => {
                let states = [0x4F_BF_A8, 0xF0_B4_4C, 0xE8_60_4C, 0x9F_E8_FF];
                // 86 % where colours blend as they are written; here they blend in linear light, and small grey words lie on them.
                (0x11_16_1B, veil(0x14_1B_21, 0.985), veil(0xFF_FF_FF, 0.07), veil(0xFF_FF_FF, 0.07), 0xE6_EC_F0, 0x93_A4_B1, states)
            }
            (false, false) => {
                let states = [0x1E_8E_79, 0xB9_7A_12, 0xC4_3D_2A, 0x1B_7F_A6];
                (0xEE_F2_F4, veil(0xFF_FF_FF, 0.96), veil(0x00_00_00, 0.07), veil(0x00_00_00, 0.08), 0x1B_24_2B, 0x5B_6B_77, states)
            }
            (true, true) => {
                let states = [0x7F_F0_D6, 0xFF_CF_70, 0xFF_96_84, 0xBF_EF_FF];
                (0x00_00_00, hex(0x06_0A_0D), veil(0xFF_FF_FF, 0.10), veil(0xFF_FF_FF, 0.55), 0xFF_FF_FF, 0xAE_BA_C8, states)
            }
            (false, true) => {
                let states = [0x00_52_4A, 0x63_3E_00, 0x5E_00_10, 0x06_47_62];
                (0xFF_FF_FF, hex(0xFF_FF_FF), veil(0x00_00_00, 0.08), veil(0x00_00_00, 0.60), 0x00_00_00, 0x1F_2A_36, states)
            }
        };
        let [target, attention, fault, info] = states.map(hex);
        let (ground, text, muted) = (hex(ground), hex(text), hex(muted));
        Self { look, window, unit, ground, card, well, line, text, muted, target, attention, fault, info, sizes, fonts: false }
    }

    /// The theme of the context's current pass; the default look before [`apply`] was called.
    #[must_use]
    pub fn of(ctx: &egui::Context) -> Self {
        let stored = ctx.data(|data| data.get_temp::<Self>(egui::Id::NULL));
        stored.unwrap_or_else(|| Self::new(Look::default(), ctx.content_rect().size()))
    }

    /// A font of a size and weight.
    #[must_use]
    pub fn font(&self, size: Size, weight: Weight) -> FontId {
        let points = self.size(size);
        // Until the fonts are bound (the very first pass) the default family stands in.
        match weight {
            Weight::Medium if self.fonts => FontId::new(points, FontFamily::Name(FAMILIES[1].0.into())),
            Weight::SemiBold if self.fonts => FontId::new(points, FontFamily::Name(FAMILIES[2].0.into())),
            _ => FontId::proportional(points),
        }
    }

    /// Points of a type size.
    #[must_use]
    pub fn size(&self, size: Size) -> f32 {
        self.sizes[size as usize]
    }

    /// The colour of a state.
    #[must_use]
    pub fn state(&self, state: State) -> Color32 {
        match state {
            State::Neutral => self.muted,
            State::Target => self.target,
            State::Attention => self.attention,
            State::Fault => self.fault,
        }
    }

    /// The colour of a state for words: darker than its shapes on a light ground, where thin strokes need it.
    #[must_use]
    pub fn ink(&self, state: State) -> Color32 {
        let colour = self.state(state);
        if self.look.dark || self.look.high_contrast { colour } else { colour.lerp_to_gamma(Color32::BLACK, 0.28) }
    }

    /// A colour so thin that text stands on it.
    #[must_use]
    pub fn tint(&self, colour: Color32) -> Color32 {
        // Colours blend in linear light: a veil of colour over white would be grey.
        if self.look.dark { colour.gamma_multiply(0.18) } else { self.page().lerp_to_gamma(colour, 0.15) }
    }

    /// Room between a card's edge and its content.
    #[must_use]
    pub fn padding(&self) -> f32 {
        (19.0 * self.unit).round().max(14.0)
    }

    /// Room between cards.
    #[must_use]
    pub fn gap(&self) -> f32 {
        (12.0 * self.unit).round().max(10.0)
    }

    /// Room between the window's edge and the cards.
    #[must_use]
    pub fn margin(&self) -> f32 {
        (24.0 * self.unit).round().max(16.0)
    }

    /// Length of a transition in s, at most 0.16 and none with reduced motion.
    #[must_use]
    pub fn transition(&self) -> f32 {
        if self.look.reduced_motion { 0.0 } else { 0.16 }
    }

    /// An opaque colour near the card's, for what must hide the scene behind it.
    #[must_use]
    pub fn page(&self) -> Color32 {
        if self.look.high_contrast {
            self.card
        } else if self.look.dark { Color32::from_rgb(0x14, 0x1B, 0x21) } else { Color32::WHITE }
    }

    /// Width of outlines in points.
    #[must_use]
    pub fn outline(&self) -> f32 {
        if self.look.high_contrast { 2.0 } else { 1.0 }
    }

    /// A card's outline.
    #[must_use]
    pub fn hairline(&self) -> Stroke {
        Stroke::new(self.outline(), self.line)
    }
}

/// Makes a theme that of the context: fonts (once), style, and [`Theme::of`]. Call it first in every pass.
pub fn apply(ctx: &egui::Context, theme: &Theme) {
    let bound = FontFamily::Name(FAMILIES[2].0.into());
    let fonts = ctx.fonts(|fonts| fonts.families().contains(&bound));
    if !fonts {
        ctx.set_fonts(definitions());
        // A press is a click however slowly a machine draws.
        ctx.options_mut(|options| options.input_options.max_click_duration = 10.0);
        ctx.request_discard("fonts are bound in the next pass");
    }
    let theme = Theme { fonts, ..*theme };
    let known = ctx.data(|data| data.get_temp::<Theme>(egui::Id::NULL));
    if known != Some(theme) {
        ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, theme));
        ctx.set_theme(if theme.look.dark { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.all_styles_mut(|style| dress(style, &theme));
    }
}

fn definitions() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes) in FAMILIES {
        fonts.font_data.insert(name.to_owned(), Arc::new(egui::FontData::from_static(bytes)));
        let mut family = vec![name.to_owned()];
        family.extend(fallback.iter().cloned());
        fonts.families.insert(FontFamily::Name(name.into()), family.clone());
        if name == FAMILIES[0].0 {
            fonts.families.insert(FontFamily::Proportional, family);
        }
    }
    fonts
}

/// Style of egui's own widgets (text fields, scroll bars, tooltips), so that they belong to the rest.
fn dress(style: &mut egui::Style, theme: &Theme) {
    use egui::TextStyle::{Body, Button, Heading, Monospace, Small};
    style.text_styles = [
        (Heading, theme.font(Size::Heading, Weight::SemiBold)),
        (Body, theme.font(Size::Body, Weight::Regular)),
        (Button, theme.font(Size::Body, Weight::Medium)),
        (Monospace, theme.font(Size::Small, Weight::Regular)),
        (Small, theme.font(Size::Small, Weight::Regular)),
    ]
    .into();
    // Sizes that follow the text need not fall on whole points.
    #[cfg(debug_assertions)]
    {
        style.debug.show_unaligned = false;
    }
    style.animation_time = theme.transition();
    style.scroll_animation = if theme.look.reduced_motion { egui::style::ScrollAnimation::none() } else { egui::style::ScrollAnimation::default() };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.6;
    style.spacing.item_spacing = Vec2::splat((8.0 * theme.unit).round());
    // What fades is the panels' own affair: it depends on what lies behind.
    let fade = egui::style::ScrollFadeStyle { strength: 0.0, ..Default::default() };
    style.spacing.scroll = egui::style::ScrollStyle { floating_width: 5.0, fade, ..egui::style::ScrollStyle::thin() };
    style.spacing.tooltip_width = theme.size(Size::Body) * 22.0;
    let visuals = &mut style.visuals;
    visuals.override_text_color = Some(theme.text);
    visuals.weak_text_color = Some(theme.muted);
    visuals.panel_fill = Color32::TRANSPARENT;
    // Tips lie over cards: they are told from them.
    visuals.window_fill = if theme.look.dark && !theme.look.high_contrast { Color32::from_rgb(0x24, 0x2E, 0x37) } else { theme.page() };
    visuals.window_stroke = theme.hairline();
    visuals.window_corner_radius = egui::CornerRadius::same(14);
    visuals.menu_corner_radius = egui::CornerRadius::same(10);
    visuals.extreme_bg_color = theme.well;
    visuals.selection.bg_fill = theme.target.gamma_multiply(0.4);
    visuals.selection.stroke = Stroke::new(1.5, theme.target);
    visuals.popup_shadow = egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(60) };
    visuals.window_shadow = visuals.popup_shadow;
    visuals.text_cursor.blink = false;
    for widget in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
        widget.corner_radius = egui::CornerRadius::same(8);
        widget.bg_stroke = theme.hairline();
    }
    // The handle of a scroll bar is seen on every ground.
    visuals.widgets.inactive.bg_fill = theme.well.lerp_to_gamma(theme.muted, 0.6);
}
