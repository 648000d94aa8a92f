package muhafiz.domain.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections that say why: purposes, legal bases, categories of data. */
record Law(Map<String, Purpose> purposes, Map<String, LegalBasis> bases, Map<String, DataCategory> categories) {

    static Law read(FieldReader file) {
        return new Law(
                file.each("purposes", Law::purpose),
                file.each("legal_bases", Law::basis),
                file.each("data_categories", Law::category));
    }

    private static Optional<Purpose> purpose(String id, FieldReader at) {
        var text = at.text("text");
        var names = Names.read(at, text);
        var serves = at.ids("serves", Ids.TASK);
        var consent = at.maybeTruth("consent_required").orElse(false);
        var personal = at.maybeTruth("personal_output").orElse(true);
        var regime = at.maybeWord("regime", "regime", Regime::of).orElse(Regime.ADMINISTRATIVE);
        var footing = at.footing();
        return at.made(() -> new Purpose(id, text, names, serves, consent, personal, regime, footing));
    }

    private static Optional<LegalBasis> basis(String id, FieldReader at) {
        var ref = at.maybeText("ref");
        var withdrawable = at.truth("withdrawable");
        var needs = at.maybeTexts("needs");
        var consent = at.maybeTexts("consent_must_hold");
        var footing = at.footing();
        return at.made(() -> new LegalBasis(id, ref, withdrawable, needs, consent, footing));
    }

    private static Optional<DataCategory> category(String id, FieldReader at) {
        var isDefault = at.maybeTruth("default").orElse(false);
        List<String> list = at.maybeTexts("list");
        var footing = at.footing();
        return at.made(() -> new DataCategory(id, isDefault, list, footing));
    }
}
