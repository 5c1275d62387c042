### The consultation: questions of the history, points of the consent, the decision.

## Why people come

consult-indication-lower-face-laxity = The lower face has become slack
consult-indication-cheek-laxity = The cheeks have become slack
consult-indication-neck-laxity = The neck has become slack

## Questions: name, how it is asked, what the patient says

consult-question-bleeding-disorder-name = Bleeding disorder
consult-question-bleeding-disorder-ask = Do you bleed for long, or does your blood not clot as it should?
consult-question-bleeding-disorder-yes = Yes, I have a bleeding disorder.
consult-question-bleeding-disorder-no = No, never.
consult-question-anticoagulant-name = Blood thinners
consult-question-anticoagulant-ask = Do you take anything that thins the blood, aspirin included?
consult-question-anticoagulant-yes = Yes, a small dose of aspirin every day.
consult-question-anticoagulant-no = No, nothing.
consult-question-severe-allergies-name = Severe allergies
consult-question-severe-allergies-ask = Have you ever had a severe allergic reaction, or several allergies?
consult-question-severe-allergies-yes = Yes, I carry an adrenaline pen.
consult-question-severe-allergies-no = No.
consult-question-component-allergy-name = Allergy to a component
consult-question-component-allergy-ask = Have you reacted to a filler, or to anything that is in one?
consult-question-component-allergy-yes = Yes, to this very product.
consult-question-component-allergy-no = Not that I know.
consult-question-lidocaine-allergy-name = Allergy to local anaesthetics
consult-question-lidocaine-allergy-ask = Have you reacted to an injection at the dentist's?
consult-question-lidocaine-allergy-yes = Yes, they told me that it was the lidocaine.
consult-question-lidocaine-allergy-no = No, they always went well.
consult-question-infection-name = Infection of the skin
consult-question-infection-ask = Is the skin inflamed or infected anywhere near the place today?
consult-question-infection-yes = There is a sore spot that has been weeping since Monday.
consult-question-infection-no = No, the skin is calm.
consult-question-pregnancy-name = Pregnancy or breastfeeding
consult-question-pregnancy-ask = Might you be pregnant, or are you breastfeeding?
consult-question-pregnancy-yes = Yes.
consult-question-pregnancy-no = No.
consult-question-keloid-name = Thick scars
consult-question-keloid-ask = Do your wounds heal with thick, raised scars?
consult-question-keloid-yes = Yes, there is one on my shoulder.
consult-question-keloid-no = No, they hardly show.
consult-question-earlier-filler-name = Earlier fillers here
consult-question-earlier-filler-ask = Has anything been injected here before, and what was it?
consult-question-earlier-filler-yes = Something permanent, years ago; I do not know its name.
consult-question-earlier-filler-no = No, nothing.
consult-question-autoimmune-name = Immune system
consult-question-autoimmune-ask = Do you have an autoimmune disease, or take anything against your immune system?
consult-question-autoimmune-yes = Yes, rheumatism; I take methotrexate.
consult-question-autoimmune-no = No.
consult-question-pacemaker-name = Pacemaker
consult-question-pacemaker-ask = Do you have a pacemaker or metal in your body?
consult-question-pacemaker-yes = Yes, a pacemaker.
consult-question-pacemaker-no = No.
consult-question-egg-allergy-name = Allergy to eggs
consult-question-egg-allergy-ask = Can you eat eggs?
consult-question-egg-allergy-yes = No, I am allergic to them.
consult-question-egg-allergy-no = Yes, gladly.

## Points of the consent: name, and what is said

consult-consent-swelling-name = Swelling and bruising
consult-consent-swelling-more = Swelling after about one in five treatments, bruises after one in nine; they pass.
consult-consent-nodules-name = Nodules
consult-consent-nodules-more = Lumps after about 3 in 100 treatments.
consult-consent-occlusion-name = A blocked vessel
consult-consent-occlusion-more = Rare, about one in 41,000 syringes by cannula; skin can be lost. You may be asked to call at any hour.
consult-consent-lasting-name = It cannot be dissolved
consult-consent-lasting-more = No agent is proven to dissolve the particles: what lies, lies for months.
consult-consent-time-course-name = When it works
consult-consent-time-course-more = Little to see at once; the skin answers from the fourth week on, and takes two sessions or more.
consult-consent-dilution-name = How well it is known
consult-consent-dilution-more = So diluted it is mostly used outside the label, and nobody has tried it on the face against a control group.

## The card

consult-title = Consultation
consult-said = “{ $words }”
consult-plan = Planned: { $plan }, { $site }
consult-history = History
consult-consent = Consent
consult-caution = With care for
consult-caution-none = Nothing
consult-caution-tip = The answer that calls for care in this treatment
consult-treat = Treat
consult-treat-tip = Decide to treat as planned; the consultation is over
consult-treat-caution = Treat with this care
consult-treat-caution-tip = Decide to treat with the care named; the consultation is over
consult-decline = Do not treat
consult-decline-tip = Decide not to treat; asks once more
consult-decline-sure = Not today: end here
consult-decline-sure-tip = The patient goes home untreated, and the decision is judged
consult-decline-not = Back to the history
consult-decline-not-tip = Nothing is decided yet

## The same within a sentence

question-bleeding_disorder = bleeding disorder
question-anticoagulant = blood thinners
question-severe_allergies = severe allergies
question-component_allergy = allergy to a component
question-lidocaine_allergy = allergy to local anaesthetics
question-infection = infection of the skin
question-pregnancy = pregnancy or breastfeeding
question-keloid = thick scars
question-earlier_filler = earlier fillers here
question-autoimmune = immune system
question-pacemaker = pacemaker
question-egg_allergy = allergy to eggs
consent-swelling = swelling and bruising
consent-nodules = nodules
consent-occlusion = a blocked vessel
consent-lasting = that it cannot be dissolved
consent-time_course = when it works
consent-dilution = how well it is known
