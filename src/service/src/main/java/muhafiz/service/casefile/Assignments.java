package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.access.AccessDecision;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.Identities;
import muhafiz.service.caller.Caller;
import muhafiz.service.log.AccessLog;
import muhafiz.service.log.Act;
import muhafiz.service.log.MonthTokens;
import muhafiz.service.log.Witness;
import muhafiz.service.policy.PolicyInForce;

/** Gives cases to officers: one case, or a whole desk. */
@ApplicationScoped
public class Assignments {
    private final CaseActs acts;
    private final CaseRows rows;
    private final CaseAccess access;
    private final CaseProgress progress;
    private final AccessLog log;
    private final MonthTokens tokens;
    private final Witness witness;
    private final PolicyInForce policies;
    private final Identities identities;

    @Inject
    Assignments(
            CaseActs acts,
            CaseRows rows,
            CaseAccess access,
            CaseProgress progress,
            AccessLog log,
            MonthTokens tokens,
            Witness witness,
            PolicyInForce policies,
            Identities identities) {
        this.acts = acts;
        this.rows = rows;
        this.access = access;
        this.progress = progress;
        this.log = log;
        this.tokens = tokens;
        this.witness = witness;
        this.policies = policies;
        this.identities = identities;
    }

    /** Gives a case to an officer of its unit or of another. */
    public void assign(Caller caller, String number, Optional<String> unit, String officer, String reason) {
        checkOfficer(officer);
        unit.filter(id -> policies.policy().unit(id).isEmpty()).ifPresent(id -> {
            throw new RefusedException(Refusal.UNIT_UNKNOWN, "there is no such unit");
        });
        CaseActs.Deed deed = new CaseActs.Deed(
                Action.ASSIGN,
                "assign",
                Map.of("to", tokens.account(officer), "toUnit", unit.orElse(""), "reason", reason));
        acts.act(caller, number, deed, file -> give(file, unit.orElse(file.unit()), present(officer)));
    }

    /** Hands every case of one officer in the supervisor's scope to another. @return how many */
    @Transactional
    public int handOver(Caller caller, String from, String to) {
        checkOfficer(to);
        refuseWhoNeverAssigns(caller);
        present(to);
        List<CaseFile> mine = rows.assignedTo(from).stream()
                .filter(file -> decision(caller, file).isAllowed())
                .toList();
        mine.forEach(file -> {
            give(file, file.unit(), to);
            log.write(entry(caller, file, accounts(from, to)));
        });
        if (mine.isEmpty()) {
            log.write(new Act(
                    caller, "assign", Act.Ground.NONE, Act.Outcome.done("none"), Act.About.NOBODY, accounts(from, to)));
        }
        return mine.size();
    }

    private Map<String, String> accounts(String from, String to) {
        return Map.of("from", tokens.account(from), "to", tokens.account(to));
    }

    private void refuseWhoNeverAssigns(Caller caller) {
        boolean assigns = policies.policy().grants().stream()
                .anyMatch(grant ->
                        grant.role().equals(caller.role()) && grant.actions().contains(Action.ASSIGN));
        if (!assigns) {
            witness.write(new Act(
                    caller,
                    "denied",
                    Act.Ground.NONE,
                    Act.Outcome.denied("default.deny"),
                    Act.About.NOBODY,
                    Map.of("asked", Action.ASSIGN.word())));
            throw new RefusedException(Refusal.NOT_ALLOWED, "this role hands over no cases");
        }
    }

    private AccessDecision decision(Caller caller, CaseFile file) {
        return access.decide(caller, file, CaseAccess.Wish.of(Action.ASSIGN, file));
    }

    private void give(CaseFile file, String unit, String officer) {
        file.assignTo(unit, officer);
        progress.documentCame(file);
    }

    /** Nothing is given to a blocked account; told only to whoever may assign. */
    private String present(String officer) {
        if (identities.blocked().stream().anyMatch(gone -> gone.account().equals(officer))) {
            throw new RefusedException(Refusal.OFFICER_BLOCKED, "this account is blocked");
        }
        return officer;
    }

    private Act entry(Caller caller, CaseFile file, Map<String, String> more) {
        return new Act(
                caller,
                "assign",
                new Act.Ground(file.provenance().purpose(), file.provenance().basis()),
                Act.Outcome.done(decision(caller, file).rule()),
                new Act.About(Concerned.all(rows.parties(file.id())), Optional.empty(), Optional.of(file.id())),
                more);
    }

    private static void checkOfficer(String officer) {
        if (!officer.matches("[A-Za-z0-9._@-]{1,100}")) {
            throw new RefusedException(
                    Refusal.MALFORMED, "an account's name is 1 to 100 letters, digits, dots, dashes or @");
        }
    }
}
