package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import muhafiz.crypto.token.AccessCode;
import muhafiz.domain.policy.Action;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.access.CodeCheck;
import muhafiz.service.caller.Caller;
import muhafiz.service.caller.Caller.Assurance;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;

/** Replaces a lost access code: at reception, where the person stands, or through the portal for whoever lodged the case. */
@ApplicationScoped
public class AccessCodes {
    private final CaseActs acts;
    private final CaseFields fields;
    private final CodeCheck codes;
    private final Witness witness;

    @Inject
    AccessCodes(CaseActs acts, CaseFields fields, CodeCheck codes, Witness witness) {
        this.acts = acts;
        this.fields = fields;
        this.codes = codes;
        this.witness = witness;
    }

    /** The new code, shown this once; the old one is void. */
    public String replace(Caller caller, String number) {
        if (caller.isPortal() && caller.assurance() == Assurance.L0) {
            witness.write(new Act(
                    caller,
                    "denied",
                    Act.Ground.NONE,
                    Act.Outcome.denied("identity.L1"),
                    Act.About.NOBODY,
                    Map.of("asked", "access-code")));
            throw new RefusedException(Refusal.NOT_ALLOWED, "the portal replaces a code for a person known at L1");
        }
        String code = AccessCode.fresh();
        String hash = codes.hash(code);
        CaseActs.Deed deed = new CaseActs.Deed(Action.INGEST, "correct", Map.of("what", "access-code"));
        acts.act(caller, number, deed, file -> {
            checkOwnCase(caller, fields.of(file).getString(CaseFields.CABINET, ""));
            file.replaceAccessCode(hash);
        });
        return code;
    }

    private static void checkOwnCase(Caller caller, String cabinet) {
        if (caller.isPortal() && !caller.person().filter(cabinet::equals).isPresent()) {
            throw new RefusedException(Refusal.NOT_FOUND, "there is no such application");
        }
    }
}
