package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.disclosure.Agreement;
import muhafiz.domain.disclosure.Ground;
import muhafiz.domain.disclosure.Stated;
import muhafiz.domain.document.Document;
import muhafiz.domain.policy.DisclosureGround;
import muhafiz.domain.policy.DocumentKind;
import muhafiz.domain.policy.RecordClass;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.casefile.RestrictedFile;
import muhafiz.service.disclosure.DisclosureRights.Paper;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.policy.PolicyInForce;

/** What stands against a proposal, in order: prohibitions, what its ground must name, what was agreed. In the transaction of the proposal. */
@ApplicationScoped
class ProposalCheck {
    static final List<String> AGREED_BY = List.of("agreement", "contract");

    private static final String SPECIAL = "special";

    private final DisclosureRights rights;
    private final DisclosureEntries entries;
    private final DisclosurePicture picture;
    private final PackedFields fields;
    private final DocumentRows documents;
    private final PolicyInForce policies;

    @Inject
    ProposalCheck(
            DisclosureRights rights,
            DisclosureEntries entries,
            DisclosurePicture picture,
            PackedFields fields,
            DocumentRows documents,
            PolicyInForce policies) {
        this.rights = rights;
        this.entries = entries;
        this.picture = picture;
        this.fields = fields;
        this.documents = documents;
        this.policies = policies;
    }

    /** A proposal with what was looked up for it. */
    record Case(NewDisclosure made, List<Paper> papers, Optional<Agreement> agreement, Map<String, String> basis) {}

    /** The refusal, on record; empty where nothing stands against it. */
    Optional<Answer<DisclosureView>> refusal(Wanted wanted, Case one, AccessDecision decision) {
        if (decision instanceof AccessDecision.Restricted) {
            return one.papers().stream()
                    .flatMap(paper -> rights.keptFrom(paper, wanted.purpose()).stream())
                    .findFirst()
                    .map(restriction -> entries.no(wanted, decision.rule(), RestrictedFile.refusal(restriction)));
        }
        if (!decision.isAllowed()) {
            return Optional.of(entries.prohibited(wanted, decision.rule(), papers(one)));
        }
        if (isForbidden(one)) {
            return Optional.of(entries.prohibited(wanted, one.made().ground().code(), papers(one)));
        }
        List<String> missing = missing(one);
        if (!missing.isEmpty()) {
            return Optional.of(entries.no(
                    wanted,
                    "disclosure.ground-incomplete",
                    new RefusedException(
                            Refusal.GROUND_INCOMPLETE,
                            "this ground must name more, see the member missing",
                            Map.of("missing", String.join(" ", missing)))));
        }
        Set<String> beyond = one.agreement()
                .map(agreed -> agreed.beyond(one.made().fields()))
                .orElse(Set.of());
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.no(
                        wanted,
                        "disclosure.fields-not-agreed",
                        new RefusedException(
                                Refusal.FIELDS_NOT_AGREED,
                                "the agreement does not list all of these fields, see the member fields",
                                Map.of("fields", String.join(" ", beyond)))));
    }

    /** What the ground keeps from such a recipient: categories, and all classes but some. */
    private boolean isForbidden(Case one) {
        DisclosureGround ground = picture.ground(one.made().ground().code());
        List<String> only = one.made()
                .to()
                .kind()
                .flatMap(kind -> Optional.ofNullable(ground.only().get(kind)))
                .orElse(List.of());
        return one.papers().stream()
                .map(Paper::document)
                .anyMatch(document -> categories(document).anyMatch(ground.forbiddenCategories()::contains)
                        || (!only.isEmpty() && !only.contains(document.recordClass())));
    }

    private Stream<String> categories(Document document) {
        List<String> ofKind = policies.policy()
                .kind(document.kind())
                .map(DocumentKind::categories)
                .orElse(List.of());
        return Stream.concat(
                ofKind.stream(),
                policies.policy().recordClass(document.recordClass()).map(RecordClass::category).stream());
    }

    private List<String> missing(Case one) {
        NewDisclosure made = one.made();
        Map<String, String> basis = new HashMap<>(one.basis());
        if (one.agreement().isEmpty()) {
            AGREED_BY.forEach(basis::remove);
        }
        DisclosureGround ground = picture.ground(made.ground().code());
        if (ground.needsKind().filter(kind -> isAmongCases(one, kind)).isEmpty()) {
            basis.remove("decision");
        }
        Stated stated = new Stated(
                made.to().name(),
                made.to().officer(),
                basis,
                made.fields(),
                one.basis().containsKey(DisclosurePicture.ADEQUACY));
        List<String> missing =
                new ArrayList<>(Ground.of(made.ground(), stated).missing(ground.needs(), picture.today()));
        if (made.basis().containsKey("agreement") && one.agreement().isEmpty() && !missing.contains("agreement_id")) {
            missing.add("agreement_id");
        }
        if (made.to().name().isEmpty() && !missing.contains("requesting_body")) {
            missing.add("recipient");
        }
        if (made.to().country().isEmpty()) {
            missing.add("country");
        }
        if (made.to().certificate().isEmpty()) {
            missing.add("certificate");
        }
        if (made.fields().isEmpty() && one.papers().stream().noneMatch(paper -> leaves(one, paper))) {
            missing.add("fields");
        }
        return missing.stream().distinct().toList();
    }

    /** Whether the decision that was named is a document of that kind in one of these cases. */
    private boolean isAmongCases(Case one, String kind) {
        return Optional.ofNullable(one.basis().get("decision"))
                .map(UUID::fromString)
                .flatMap(documents::find)
                .filter(scan -> scan.kind().equals(kind))
                .filter(scan -> one.papers().stream()
                        .anyMatch(paper -> paper.file().id().equals(scan.caseId())))
                .isPresent();
    }

    /** Under an agreement a document leaves where its kind is listed; else it says whose fields do. */
    static boolean leaves(Case one, Paper paper) {
        return one.agreement()
                .filter(agreed -> !agreed.fields().contains(paper.document().kind()))
                .isEmpty();
    }

    /** The documents as the register keeps them. */
    List<DisclosureView.Paper> papers(Case one) {
        return one.papers().stream()
                .map(paper -> new DisclosureView.Paper(
                        paper.document().id(), paper.document().kind(), leaves(one, paper), fields.persons(paper)))
                .toList();
    }

    /** Whether special data leaves. */
    boolean isSpecial(Case one) {
        return one.papers().stream()
                .anyMatch(paper -> categories(paper.document()).anyMatch(SPECIAL::equals));
    }
}
