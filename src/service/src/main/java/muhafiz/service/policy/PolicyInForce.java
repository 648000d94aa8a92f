package muhafiz.service.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import muhafiz.crypto.IntegrityException;
import muhafiz.crypto.UnavailableException;
import muhafiz.domain.policy.Policy;
import muhafiz.domain.policy.PolicyFile;
import muhafiz.service.policy.StandingVersions.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The one policy that is obeyed now. The archive holds its versions; the file in the configuration folder is only the first, and is not
 * looked at again but to say that it differs. Each node looks at the rows every few seconds. Safe for all threads.
 */
@ApplicationScoped
public class PolicyInForce {
    private static final Logger LOG = System.getLogger(PolicyInForce.class.getName());

    private final FirstVersion first;
    private final PolicyRows rows;
    private final InstantSource clock;
    private final AtomicReference<@Nullable StandingVersions> held = new AtomicReference<>();

    @Inject
    PolicyInForce(FirstVersion first, PolicyRows rows, InstantSource clock) {
        this.first = first;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Reads the versions that the archive holds, and where it holds none yet the file; called once, at start.
     *
     * @throws muhafiz.domain.policy.PolicyRefused with every problem of the file and its line
     */
    public void begin() {
        follow();
        if (held.get() == null) {
            held.set(ofFile(PolicyFile.read(first.yaml())));
        } else if (fileDiffers()) {
            LOG.log(
                    Level.WARNING,
                    "policy.yaml in the configuration folder is none of the versions that the archive holds: it is not"
                            + " obeyed; later versions come through POST /api/v1/policy/versions");
        }
    }

    /** Makes the file the first version, where the archive holds none. In the caller's transaction. */
    public void takeFirst() {
        if (rows.standing().isEmpty()) {
            String yaml = first.yaml();
            rows.takeFirst(PolicyFile.read(yaml), yaml, clock.instant());
        }
        follow();
    }

    /** Looks which versions stand now. */
    public synchronized void follow() {
        List<Standing> standing = rows.standing().stream()
                .map(row -> new Standing(
                        read(row), row.publishedAt(), row.inForceFrom().orElseThrow()))
                .toList();
        if (!standing.isEmpty()) {
            held.set(new StandingVersions(standing));
        }
    }

    /** @throws UnavailableException {@code no-policy-in-force} */
    public Policy policy() {
        return held().at(clock.instant());
    }

    /** Every version that is, was or will be in force, newest first. */
    public List<HeldVersion> versions() {
        return held().shown(clock.instant());
    }

    /** Any version that the archive holds, drafts too; past decisions are replayed under theirs. */
    public Optional<Policy> version(int version) {
        return held().version(version).or(() -> rows.find(version).map(this::parsed));
    }

    /** The newest version that is in force or will be: what a draft supersedes. */
    public Policy newest() {
        return versions().get(0).policy();
    }

    /** Whether there is a file in the configuration folder that is none of the versions that stand. */
    public boolean fileDiffers() {
        return first.differsFrom(
                rows.standing().stream().map(VersionRow::sha256).toList());
    }

    /** Until it is taken, within this start. */
    private static StandingVersions ofFile(Policy policy) {
        return new StandingVersions(List.of(new Standing(policy, Optional.empty(), Instant.EPOCH)));
    }

    private StandingVersions held() {
        StandingVersions versions = held.get();
        if (versions == null) {
            throw new UnavailableException("no-policy-in-force", Duration.ofSeconds(30));
        }
        return versions;
    }

    /** What was read once does not change. */
    private Policy read(VersionRow row) {
        return Optional.ofNullable(held.get())
                .flatMap(versions -> versions.version(row.version()))
                .filter(policy -> policy.sha256().equals(row.sha256()))
                .orElseGet(() -> parsed(row));
    }

    private Policy parsed(VersionRow row) {
        Policy policy = PolicyFile.read(rows.yaml(row.version()).orElseThrow());
        if (!policy.sha256().equals(row.sha256()) || policy.version() != row.version()) {
            throw new IntegrityException("version " + row.version() + " of the policy is not what was approved");
        }
        return policy;
    }
}
