package muhafiz.api.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muhafiz.api.json.Members;
import muhafiz.domain.search.NamedPerson;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.Sign;
import muhafiz.service.search.Sought;

/** What is searched for: one number, one address, or a name with what else is known. */
final class SearchForm {
    private static final String NUMBER = "number";
    private static final String SURNAME = "surname";
    private static final List<String> WAYS = List.of(NUMBER, "documentNumber", "pin", "email", SURNAME);

    static final Set<String> MEMBERS =
            Set.of(NUMBER, "documentNumber", "pin", "email", SURNAME, "givenNames", "birthDate", "nationality");

    private final Members form;

    /** @throws RefusedException {@code malformed} unless it is searched in exactly one way */
    SearchForm(Members form) {
        this.form = form;
        long ways = WAYS.stream().filter(way -> form.maybeText(way).isPresent()).count();
        if (ways != 1) {
            throw new RefusedException(
                    Refusal.MALFORMED, "exactly one of " + String.join(", ", WAYS) + " is needed, found " + ways);
        }
        boolean isMore = Stream.of("givenNames", "birthDate", "nationality")
                .anyMatch(name -> form.maybeText(name).isPresent());
        if (isMore && form.maybeText(SURNAME).isEmpty()) {
            throw new RefusedException(
                    Refusal.MALFORMED, "givenNames, birthDate and nationality stand beside a surname only");
        }
    }

    /** The number of an application, where that is what is searched for. */
    Optional<String> number() {
        return form.maybeText(NUMBER);
    }

    Sought person() {
        return form.maybeText("documentNumber")
                .map(Sign::ofDocument)
                .or(() -> form.maybeText("pin").map(Sign::ofPin))
                .or(() -> form.maybeText("email").map(Sign::ofEmail))
                .<Sought>map(Sought.Exactly::new)
                .orElseGet(this::named);
    }

    private Sought named() {
        return new Sought.Named(new NamedPerson(
                form.text(SURNAME),
                form.maybeText("givenNames").orElse(""),
                form.maybeDate("birthDate").map(LocalDate::toString),
                form.maybeText("nationality")));
    }
}
