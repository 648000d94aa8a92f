package muhafiz.api.casefile;

import java.util.List;
import muhafiz.api.json.Members;
import muhafiz.service.casefile.NewCase;
import muhafiz.service.casefile.NewParty;

/** Reads the form of an application, each member by its name in the contract. */
final class ApplicationForm {
    private ApplicationForm() {}

    static NewCase read(Members form) {
        NewCase lodged = new NewCase(
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
                parties(form.objects("parties")));
        form.end();
        return lodged;
    }

    private static List<NewParty> parties(List<Members> parties) {
        return parties.stream().map(ApplicationForm::party).toList();
    }

    private static NewParty party(Members party) {
        String role = party.oneOf("role", NewParty.ROLES);
        party.end(NewParty.FIELDS);
        return new NewParty(role, party.restAsTexts());
    }
}
