### The procedure screen: steps, hints, meters, cross-section, strip; and values with their units.

layer-outside = outside
layer-epidermis = epidermis
layer-dermis = dermis
layer-fat = fat
layer-smas = SMAS
layer-platysma = platysma
layer-fascia = fascia
layer-deep = deep
layer-bone = bone

unit-mm = mm
value-mm = { $value } mm
value-mm2 = { $value } mm²
value-n = { $value } N
value-mm-s = { $value } mm/s
value-ul-s = { $value } µL/s
value-ul-mm = { $value } µL/mm
value-mg-cm2 = { $value } mg/cm²
value-percent = { $value } %
value-clock = { $minutes }:{ $seconds }
hud-number = { $value }
hud-no-number = –

hud-map = Map of the zone, { $count ->
    [one] { $count } thread
   *[other] { $count } threads
}
hud-step-consult = Consultation
hud-step-mark = Mark the skin
hud-step-prepare = Prepare
hud-step-disinfect = Disinfect
hud-step-entry = Entry point
hud-step-passes = Passes
hud-step-massage = Massage
hud-step-inspect = Inspect
hud-step-finish = Finish
hud-step-progress = { $done } / { $planned }
hud-step-done = done
hud-step-now = now
hud-step-to-come = to come

hud-hint-next = Next
hud-hint-attention = Mind this
hud-hint-fault = Stop

hud-depth = Depth at the port
hud-plane-subdermal = subdermal plane
hud-section = Cross-section at the cannula
hud-force = Force at the hub
hud-withdrawal = Withdrawal
hud-flow = Flow
hud-syringe = Syringe · { $product } · { $cannula }
hud-syringe-of = left of { $total } mL

inspection = Inspection
inspection-clear = smooth, normal colour
inspection-white-left = blanching
inspection-ridge-left = a ridge
inspection-white = Blanching
inspection-ridge = Ridge under the finger
inspection-raised = Raised at most
inspection-press = Force of the finger

hud-layers = Layers
hud-layers-tip = Take the layers off, one by one
hud-overlay-dose = Dose
hud-overlay-dose-tip = Dose on the skin, mg/cm²
hud-overlay-hazards = Hazards
hud-overlay-hazards-tip = Vessels, nerves and glands
hud-overlay-zone = Zone
hud-overlay-zone-tip = The zone to treat
hud-overlay-entry = Entry
hud-overlay-entry-tip = Proposed entry points
hud-overlay-cut-away = Cut-away
hud-overlay-cut-away-tip = Cut a quarter away
hud-overlay-regions = Regions
hud-overlay-regions-tip = Borders and names of the regions
hud-overlay-no-go = No-go regions
hud-overlay-no-go-tip = Where CaHA must not go, at any dilution
hud-overlay-tension = Tension lines
hud-overlay-tension-tip = Lines of resting skin tension
hud-overlay-landmarks = Landmarks
hud-overlay-landmarks-tip = Landmarks of the face with their names
hud-view-front = Front
hud-view-left = Left ¾
hud-view-right = Right ¾
hud-view-profile = Profile
hud-view-close = Close-up
hud-view-tip = { $view } view
hud-menu = Menu
hud-menu-tip = Pause, finish, restart or leave (Esc)

hud-press = Full press
hud-press-less = Press weaker
hud-press-more = Press stronger
hud-speed = Speed
hud-speed-less = Move slower
hud-speed-more = Move faster
hud-fine = Fine
hud-fine-tip = Every movement goes a quarter of its way
