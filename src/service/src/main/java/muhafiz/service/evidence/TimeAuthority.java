package muhafiz.service.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import muhafiz.crypto.UnavailableException;
import muhafiz.crypto.token.Randoms;
import muhafiz.proof.authority.HttpTimestampAuthority;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.EvidenceHash;
import muhafiz.proof.evidence.Stamping;
import muhafiz.service.config.ArchiveProperties;
import muhafiz.service.config.Settings;

/**
 * Which authority stamps times, by the settings: the one the operator names, else the stand's own where there is one, else none. Safe for
 * all threads.
 */
@ApplicationScoped
public class TimeAuthority {
    private static final String NONE = "none";
    private static final String URL = "evidence.tsa.url";
    private static final String ANCHORS = "evidence.tsa.anchors";
    private static final int NONCE_BYTES = 16;
    private static final Duration RETRY = Duration.ofMinutes(15);

    private final Settings settings;
    private final InstantSource clock;

    @Inject
    TimeAuthority(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is one at all. */
    public boolean isThere() {
        return url().isPresent();
    }

    /** Whether its clock is another machine's. */
    public boolean isElsewhere() {
        return isThere() && isNamedByOperator();
    }

    /** @throws IllegalArgumentException where a setting of it cannot be used; an archive without authority has nothing to check */
    public void check() {
        hash();
        renewBefore();
        if (isThere()) {
            place();
            anchors();
        }
    }

    /** @throws UnavailableException {@code no-time-stamp-authority} */
    Stamping stamping() {
        return new Stamping(new HttpTimestampAuthority(place(), anchors(), clock, TimeAuthority::nonce));
    }

    private static BigInteger nonce() {
        return new BigInteger(1, Randoms.bytes(NONCE_BYTES));
    }

    /** Read anew each time, so that an anchor may be added while the archive runs. */
    Anchors anchors() {
        String file = isNamedByOperator() ? archive().text(ANCHORS) : settings.required(ANCHORS);
        try {
            return Anchors.read(Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    ANCHORS + " must name a file with the certificates by which " + URL + " is believed, was " + file,
                    e);
        }
    }

    EvidenceHash hash() {
        return EvidenceHash.of(archive().text("evidence.hash"));
    }

    Duration renewBefore() {
        return archive().span("evidence.renew-before");
    }

    private HttpTimestampAuthority.Place place() {
        URI url = url().map(URI::create).orElseThrow(() -> new UnavailableException("no-time-stamp-authority", RETRY));
        Optional<String> policy =
                Optional.of(archive().text("evidence.tsa.policy")).filter(one -> !one.isEmpty());
        return new HttpTimestampAuthority.Place(url, policy, archive().span("evidence.tsa.patience"));
    }

    private Optional<String> url() {
        return isNamedByOperator()
                ? Optional.of(archive().text(URL)).filter(url -> !url.equals(NONE))
                : settings.optional(URL);
    }

    private boolean isNamedByOperator() {
        return !archive().text(URL).isEmpty();
    }

    private ArchiveProperties archive() {
        return settings.archive();
    }
}
