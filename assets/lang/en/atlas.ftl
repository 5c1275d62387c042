### The patients and the atlas: who they are, their layers, and what lies in them.

atlas-patients-about = Choose a patient and look below the skin: regions, layers, vessels, nerves, and what age and weight do to them.
atlas-open = Look inside
atlas-open-tip = Open the atlas of “{ $title }”
atlas-random = Somebody at random
atlas-random-about = A person whom nobody has prepared, as they come through the door.
atlas-random-note = The same seed is always the same person.
atlas-random-act = Random person
atlas-random-tip = Somebody else at random (R)

atlas-back = Patients
atlas-back-tip = Back to the patients (Esc)
atlas-somebody = { $sex }, { $age }
atlas-seed = Random person, seed { $seed }
atlas-years = { $value } years
atlas-degrees = { $value }°
atlas-sex = Sex
atlas-sex-female = Woman
atlas-sex-male = Man
atlas-sex-tip = Shape of the head and thickness of the skin follow
atlas-age = Age
atlas-age-tip = Age in years: dermis and fat thin out, the face sags
atlas-bmi = BMI
atlas-bmi-tip = Body mass index in kg/m²: the fat grows with it
atlas-laxity = Skin laxity
atlas-laxity-tip = How far skin and ligaments have given way
atlas-skin-type = Skin type
atlas-skin-type-tip = Fitzpatrick I to VI
atlas-building = Building the patient …
atlas-changed = Changed from the original
atlas-unchanged = As in the original
atlas-reset-tip = The traits as they were (Backspace)

atlas-site-face = Face
atlas-site-face-tip = Look at the face (V)
atlas-site-neck = Neck
atlas-site-neck-tip = Look at the neck (V)
atlas-site-decolletage = Décolletage
atlas-site-decolletage-tip = Look at the décolletage (V)
atlas-site-hand = Hand
atlas-site-hand-tip = Look at the back of the hand (V)

atlas-view-front = Front
atlas-view-left = Left ¾
atlas-view-right = Right ¾
atlas-view-profile-left = Left
atlas-view-profile-right = Right
atlas-view-below = Below

atlas-layer = Layer
atlas-layer-tip = Down to which layer the body is shown; between two the upper one fades (L, or the arrow keys on the slider)
atlas-layer-skin = Skin
atlas-layer-dermis = Dermis
atlas-layer-fat = Fat
atlas-layer-smas = SMAS
atlas-layer-muscle = Muscle
atlas-layer-bone = Bone
atlas-cut-tip = Cut along a plane, and see the section (C)
atlas-cut-at = Place of the cut
atlas-cut-at-tip = Move the cut to and fro
atlas-cut-turn = Turn of the cut
atlas-cut-turn-tip = Turn the cut: upright at 0°, level at 90°

atlas-probe = At the pointer
atlas-probe-none = Point at the skin, or move the ring with Shift and the arrow keys.
atlas-probe-no-go = No CaHA here, at any dilution
atlas-probe-dermis = Dermal–fat boundary
atlas-probe-smas = SMAS / platysma from
atlas-probe-deep = SMAS / platysma to
atlas-probe-bone = Bone
atlas-probe-no-bone = not within reach
atlas-probe-was = was { $value }
atlas-probe-nearest = Nearest hazard, from the dermal–fat boundary here
atlas-probe-nothing = None within 30 mm
atlas-probe-inside = inside it
atlas-legend-dashed = Dashed: uncertain course
