package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import muhafiz.crypto.token.Randoms;
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
import muhafiz.service.disclosure.DisclosureRows.Row;
import muhafiz.service.disclosure.DisclosureView.Register;
import muhafiz.service.document.DocumentRows;
import muhafiz.service.policy.PolicyInForce;

/** The transaction of a proposal: prohibitions first, then what the ground must name, then what was agreed. */
@ApplicationScoped
@Transactional
class ProposalDesk {
    private static final Duration OPEN = Duration.ofDays(30);
    private static final String SPECIAL = "special";
    private static final List<String> AGREED_BY = List.of("agreement", "contract");

    private final DisclosureRights rights;
    private final DisclosureEntries entries;
    private final DisclosureRows rows;
    private final DisclosureSeal seal;
    private final DisclosurePicture picture;
    private final PackedFields fields;
    private final AgreementRows agreements;
    private final DocumentRows documents;
    private final PolicyInForce policies;
    private final InstantSource clock;

    @Inject
    ProposalDesk(
            DisclosureRights rights,
            DisclosureEntries entries,
            DisclosureRows rows,
            DisclosureSeal seal,
            DisclosurePicture picture,
            PackedFields fields,
            AgreementRows agreements,
            DocumentRows documents,
            PolicyInForce policies,
            InstantSource clock) {
        this.rights = rights;
        this.entries = entries;
        this.rows = rows;
        this.seal = seal;
        this.picture = picture;
        this.fields = fields;
        this.agreements = agreements;
        this.documents = documents;
        this.policies = policies;
        this.clock = clock;
    }

    /** A proposal with what was looked up for it. */
    private record Case(
            NewDisclosure made, List<Paper> papers, Optional<Agreement> agreement, Map<String, String> basis) {}

    public Answer<DisclosureView> propose(Wanted wanted, NewDisclosure made) {
        if (!rights.isEverGranted(wanted)) {
            return entries.notAllowed(wanted);
        }
        Optional<List<Paper>> found = rights.papers(made.documents());
        if (found.isEmpty() || rights.decide(wanted, found.get()) instanceof AccessDecision.Denied) {
            return entries.unknown(wanted);
        }
        Case one = looked(made, found.get());
        AccessDecision decision = rights.decide(
                wanted,
                one.papers(),
                DisclosurePicture.towards(made.ground().code(), made.to().country(), one.basis()));
        return refusal(wanted, one, decision).orElseGet(() -> kept(wanted, one, decision.rule()));
    }

    private Case looked(NewDisclosure made, List<Paper> papers) {
        Optional<Agreement> agreement = AGREED_BY.stream()
                .flatMap(name -> Optional.ofNullable(made.basis().get(name)).stream())
                .findFirst()
                .flatMap(agreements::find)
                .filter(one -> one.isInForceOn(picture.today()));
        Map<String, String> basis = new TreeMap<>(made.basis());
        basis.putIfAbsent("is", picture.ground(made.ground().code()).bases().get(0));
        agreement.flatMap(Agreement::adequacy).ifPresent(text -> basis.put(DisclosurePicture.ADEQUACY, text));
        return new Case(made, papers, agreement, basis);
    }

    private Optional<Answer<DisclosureView>> refusal(Wanted wanted, Case one, AccessDecision decision) {
        if (decision instanceof AccessDecision.Restricted) {
            return one.papers().stream()
                    .flatMap(paper -> paper.document().restriction().stream())
                    .findFirst()
                    .map(restriction -> entries.no(wanted, decision.rule(), RestrictedFile.refusal(restriction)));
        }
        if (!decision.isAllowed()) {
            return Optional.of(entries.prohibited(wanted, decision.rule()));
        }
        if (isForbidden(one)) {
            return Optional.of(entries.prohibited(wanted, one.made().ground().code()));
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
    private static boolean leaves(Case one, Paper paper) {
        return one.agreement()
                .filter(agreed -> !agreed.fields().contains(paper.document().kind()))
                .isEmpty();
    }

    private Answer<DisclosureView> kept(Wanted wanted, Case one, String rule) {
        NewDisclosure made = one.made();
        UUID id = Randoms.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<DisclosureView.Paper> papers = one.papers().stream()
                .map(paper -> new DisclosureView.Paper(
                        paper.document().id(), paper.document().kind(), leaves(one, paper), fields.persons(paper)))
                .toList();
        Register register = new Register(recipient(made.to()), one.basis(), made.fields(), papers);
        List<String> reasons =
                made.secrecy().map(NewDisclosure.Hidden::ground).stream().toList();
        Row row = new Row(
                id,
                made.ground().code(),
                one.papers().stream()
                        .anyMatch(paper -> categories(paper.document()).anyMatch(SPECIAL::equals)),
                seal.register(id, RegisterText.json(register, reasons)),
                Optional.of(seal.packing(id, fields.of(one.papers(), made.fields()))),
                wanted.caller().user(),
                now,
                now.plus(OPEN),
                DisclosureRows.Steps.NONE,
                made.secrecy().map(NewDisclosure.Hidden::reviewOn));
        rows.add(row, wanted.caller().role(), policies.policy().version(), papers);
        entries.step(wanted, rule, id, "proposed", papers);
        return Answer.done(picture.of(row));
    }

    private static Map<String, String> recipient(NewDisclosure.To to) {
        Map<String, String> recipient = new TreeMap<>();
        to.name().ifPresent(text -> recipient.put("name", text));
        to.kind().ifPresent(text -> recipient.put("kind", text));
        to.officer().ifPresent(text -> recipient.put("officer", text));
        to.country().ifPresent(text -> recipient.put("country", text));
        to.certificate().ifPresent(text -> recipient.put("certificate", text));
        return recipient;
    }
}
