package muhafiz.service.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import muhafiz.crypto.token.Randoms;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.disclosure.Agreement;
import muhafiz.service.disclosure.DisclosureRights.Paper;
import muhafiz.service.disclosure.DisclosureRows.Row;
import muhafiz.service.disclosure.DisclosureView.Register;
import muhafiz.service.disclosure.ProposalCheck.Case;
import muhafiz.service.policy.PolicyInForce;

/** The transaction of a proposal: prohibitions first, then what the ground must name, then what was agreed. */
@ApplicationScoped
@Transactional
class ProposalDesk {
    private static final Duration OPEN = Duration.ofDays(30);

    private final DisclosureRights rights;
    private final DisclosureEntries entries;
    private final DisclosureRows rows;
    private final DisclosureSeal seal;
    private final DisclosurePicture picture;
    private final PackedFields fields;
    private final AgreementRows agreements;
    private final ProposalCheck check;
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
            ProposalCheck check,
            PolicyInForce policies,
            InstantSource clock) {
        this.rights = rights;
        this.entries = entries;
        this.rows = rows;
        this.seal = seal;
        this.picture = picture;
        this.fields = fields;
        this.agreements = agreements;
        this.check = check;
        this.policies = policies;
        this.clock = clock;
    }

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
        return check.refusal(wanted, one, decision).orElseGet(() -> kept(wanted, one, decision.rule()));
    }

    private Case looked(NewDisclosure made, List<Paper> papers) {
        Optional<Agreement> agreement = ProposalCheck.AGREED_BY.stream()
                .flatMap(name -> Optional.ofNullable(made.basis().get(name)).stream())
                .findFirst()
                .flatMap(agreements::find)
                .filter(one -> one.isInForceOn(picture.today()));
        Map<String, String> basis = new TreeMap<>(made.basis());
        basis.putIfAbsent("is", picture.ground(made.ground().code()).bases().get(0));
        agreement.flatMap(Agreement::adequacy).ifPresent(text -> basis.put(DisclosurePicture.ADEQUACY, text));
        return new Case(made, papers, agreement, basis);
    }

    private Answer<DisclosureView> kept(Wanted wanted, Case one, String rule) {
        NewDisclosure made = one.made();
        UUID id = Randoms.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<DisclosureView.Paper> papers = check.papers(one);
        Register register = new Register(recipient(made.to()), one.basis(), made.fields(), papers);
        List<String> reasons =
                made.secrecy().map(NewDisclosure.Hidden::ground).stream().toList();
        Row row = new Row(
                id,
                made.ground().code(),
                check.isSpecial(one),
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
        to.email().ifPresent(text -> recipient.put("email", text));
        to.certificate().ifPresent(text -> recipient.put("certificate", text));
        return recipient;
    }
}
