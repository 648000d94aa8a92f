package muhafiz.service.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import muhafiz.crypto.token.Randoms;
import muhafiz.service.caller.Caller;
import muhafiz.service.config.Settings;
import muhafiz.service.keys.QuorumRecovery;
import muhafiz.service.log.Act;
import muhafiz.service.log.Witness;

/** Recovers the keys through the custodians' quorum where the operator's settings say so, at start; an entry tells of it. */
@ApplicationScoped
public class Recovery {
    private static final String RULE = "key_recovery.quorum";

    private final QuorumRecovery quorum;
    private final Witness witness;
    private final Settings settings;

    @Inject
    Recovery(QuorumRecovery quorum, Witness witness, Settings settings) {
        this.quorum = quorum;
        this.witness = witness;
        this.settings = settings;
    }

    /** Does nothing unless {@code quorum.recovery} names a folder of shares, and some key can be opened by no holder. */
    public void ifAskedFor() {
        String folder = settings.archive().text("quorum.recovery");
        if (folder.isEmpty()) {
            return;
        }
        List<String> roots = quorum.recover(Path.of(folder));
        if (!roots.isEmpty()) {
            witness.write(new Act(
                    Caller.archive(Randoms.id().toString()),
                    "key_operation",
                    new Act.Ground(KeyRotation.PURPOSE, ""),
                    Act.Outcome.done(RULE),
                    Act.About.NOBODY,
                    Map.of("what", "recovered through the quorum", "roots", String.join(" ", roots))));
        }
    }
}
