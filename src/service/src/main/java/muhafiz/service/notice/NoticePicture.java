package muhafiz.service.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.domain.notice.NoticeText;
import muhafiz.domain.notice.NoticeTexts;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;
import muhafiz.service.keys.ForgottenException;
import muhafiz.service.log.Act;
import muhafiz.service.policy.PolicyInForce;

/** Puts a notice into words and finds out where it may be sent. Within the transaction of the look. */
@ApplicationScoped
class NoticePicture {
    private static final String KINDS = "kinds";

    private final NoticeSeal seal;
    private final CaseRows cases;
    private final CaseFields fields;
    private final PolicyInForce policies;

    @Inject
    NoticePicture(NoticeSeal seal, CaseRows cases, CaseFields fields, PolicyInForce policies) {
        this.seal = seal;
        this.cases = cases;
        this.fields = fields;
        this.policies = policies;
    }

    /** A notice and whom it concerns. */
    record Picture(NoticeView view, Act.About about) {}

    /** Empty where what it is about was forgotten meanwhile. */
    Optional<Picture> of(NoticeRows.Row row) {
        try {
            return switch (row.kind()) {
                case CASE -> row.about().flatMap(cases::find).flatMap(file -> ofCase(row, file));
                case KNOWN -> row.sealed().map(content -> ofKnown(row, seal.open(row.id(), content)));
                case UNIT ->
                    Optional.of(new Picture(view(row, Map.of(), Optional.empty(), Optional.empty()), Act.About.NOBODY));
            };
        } catch (ForgottenException gone) {
            return Optional.empty();
        }
    }

    private Optional<Picture> ofCase(NoticeRows.Row row, CaseFile file) {
        return row.sealed()
                .map(content -> seal.open(row.id(), content))
                .flatMap(inside -> cases.parties(file.id()).stream()
                        .filter(party -> inside.party().equals(Optional.of(party.id())))
                        .findFirst()
                        .map(party -> {
                            String number = fields.numberOf(file).toString();
                            NoticeView view = view(row, inside.facts(), contact(party), Optional.of(number));
                            return new Picture(
                                    view,
                                    new Act.About(Set.of(party.subjectId()), Optional.empty(), Optional.of(file.id())));
                        }));
    }

    private Optional<Contact> contact(CaseParty party) {
        Map<String, String> said = new TreeMap<>();
        fields.of(party).forEach((name, value) -> said.put(name, ((JsonString) value).getString()));
        return Optional.of(Contact.of(said)).filter(Contact::mayBeSentTo);
    }

    private Picture ofKnown(NoticeRows.Row row, NoticeSeal.Inside inside) {
        Optional<Contact> contact = Optional.of(inside.contact()).filter(Contact::mayBeSentTo);
        return new Picture(
                view(row, inside.facts(), contact, Optional.empty()),
                new Act.About(inside.persons(), Optional.empty(), Optional.empty()));
    }

    private NoticeView view(
            NoticeRows.Row row, Map<String, String> facts, Optional<Contact> sendTo, Optional<String> application) {
        NoticeText text = NoticeTexts.of(row.template(), row.language(), inWords(row.language(), facts));
        return new NoticeView(
                row.id(),
                row.template(),
                row.version(),
                row.language(),
                text,
                row.state(),
                row.queuedAt(),
                row.tries(),
                sendTo,
                application,
                row.unit());
    }

    /** Kinds by the names that the public reads. */
    private Map<String, String> inWords(String language, Map<String, String> facts) {
        Map<String, String> words = new TreeMap<>(facts);
        words.computeIfPresent(
                KINDS,
                (name, ids) -> Arrays.stream(ids.split(",", -1))
                        .map(id -> policies.policy()
                                .kind(id)
                                .map(kind -> kind.names().in(language))
                                .orElse(id))
                        .collect(Collectors.joining(", ")));
        return words;
    }
}
