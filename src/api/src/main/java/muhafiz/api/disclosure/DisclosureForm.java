package muhafiz.api.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.api.http.RandomId;
import muhafiz.api.json.JsonBody;
import muhafiz.api.json.Members;
import muhafiz.domain.disclosure.GroundCode;
import muhafiz.service.disclosure.NewDisclosure;

/** Reads what somebody wants to give out. */
final class DisclosureForm {
    private static final Set<String> GROUNDS =
            Stream.of(GroundCode.values()).map(GroundCode::code).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> RECIPIENT = Set.of("name", "kind", "officer", "country", "email", "certificate");
    private static final Set<String> SECRECY = Set.of("ground", "reviewOn");

    private DisclosureForm() {}

    static NewDisclosure read(InputStream body) throws IOException {
        Members form = JsonBody.read(body, Set.of("ground", "recipient", "basis", "documents", "fields", "secrecy"));
        GroundCode ground = GroundCode.of(form.oneOf("ground", GROUNDS)).orElseThrow();
        Set<UUID> documents = new TreeSet<>();
        form.listOfTexts("documents").forEach(id -> documents.add(RandomId.of(id)));
        return new NewDisclosure(
                ground,
                to(form.maybeMembers("recipient", RECIPIENT)),
                form.maybeMembers("basis", NewDisclosure.BASIS)
                        .map(DisclosureForm::basis)
                        .orElse(Map.of()),
                documents,
                new TreeSet<>(form.listOfTexts("fields")),
                form.maybeMembers("secrecy", SECRECY).map(DisclosureForm::hidden));
    }

    private static NewDisclosure.To to(Optional<Members> to) {
        return new NewDisclosure.To(
                said(to, "name"),
                said(to, "kind"),
                said(to, "officer"),
                said(to, "country"),
                said(to, "email"),
                said(to, "certificate"));
    }

    private static Optional<String> said(Optional<Members> of, String name) {
        return of.flatMap(members -> members.maybeText(name)).filter(text -> !text.isBlank());
    }

    /** Days are days, whoever needs them. */
    private static Map<String, String> basis(Members members) {
        Map<String, String> basis = new TreeMap<>(members.texts(NewDisclosure.BASIS));
        basis.values().removeIf(String::isBlank);
        for (String name : Set.of("judgmentDate", "inForceDate")) {
            members.maybeDate(name).map(LocalDate::toString).ifPresent(day -> basis.put(name, day));
        }
        return basis;
    }

    static NewDisclosure.Hidden hidden(Members members) {
        return new NewDisclosure.Hidden(members.text("ground"), members.date("reviewOn"));
    }
}
