package muhafiz.api.casefile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.api.json.Members;
import muhafiz.service.casefile.NewCase;
import muhafiz.service.casefile.NewParty;

/** Reads the form of an application, each member by its name in the contract. */
final class ApplicationForm {
    static final Set<String> MEMBERS = Set.of(
            "service",
            "class",
            "unit",
            "channel",
            "source",
            "term",
            "feePaid",
            "arrivedOn",
            "language",
            "externalNumber",
            "arisesFrom",
            "form",
            "parties");

    private static final String ROLE = "role";

    private static final Set<String> PARTY_MEMBERS =
            Stream.concat(Stream.of(ROLE), NewParty.FIELDS.stream()).collect(Collectors.toUnmodifiableSet());

    private ApplicationForm() {}

    static NewCase read(Members form) {
        return new NewCase(
                form.maybeText("service"),
                form.maybeText("class"),
                form.text("unit"),
                form.text("channel"),
                form.maybeText("source"),
                form.maybePeriod("term"),
                form.maybeAmount("feePaid"),
                form.maybeDate("arrivedOn"),
                form.maybeText("language"),
                form.maybeText("externalNumber"),
                form.maybeText("arisesFrom"),
                form.maybeObject("form"),
                parties(form.objects("parties", PARTY_MEMBERS)));
    }

    private static List<NewParty> parties(List<Members> parties) {
        return parties.stream().map(ApplicationForm::party).toList();
    }

    private static NewParty party(Members party) {
        return new NewParty(party.oneOf(ROLE, NewParty.ROLES), party.texts(NewParty.FIELDS));
    }
}
