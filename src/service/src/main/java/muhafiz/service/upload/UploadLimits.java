package muhafiz.service.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import muhafiz.crypto.UnavailableException;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import muhafiz.service.config.ArchiveProperties;
import muhafiz.service.config.Settings;

/** How much may be begun and not completed: of an application, of a sender, in all. A few more where several begin at once. */
@ApplicationScoped
class UploadLimits {
    private static final Duration LATER = Duration.ofMinutes(1);

    private final ArchiveProperties properties;

    @Inject
    UploadLimits(Settings settings) {
        this.properties = settings.archive();
    }

    /**
     * @throws RefusedException {@code too-many-uploads}
     * @throws UnavailableException {@code uploads-full}
     */
    void require(UploadRows.Open open, long length) {
        require(open.ofCase(), properties.count("uploads.open-per-application"), "application");
        require(open.ofSender(), properties.count("uploads.open-per-sender"), "sender");
        long most = (long) properties.count("uploads.gibibytes") << 30;
        if (open.all() >= properties.count("uploads.open") || length > most - open.bytes()) {
            throw new UnavailableException("uploads-full", LATER);
        }
    }

    private static void require(long open, int most, String whose) {
        if (open >= most) {
            throw new RefusedException(
                    Refusal.TOO_MANY_UPLOADS,
                    "this " + whose + " has " + open + " uploads open; complete or end some, " + most + " are allowed",
                    Map.of("limit", Integer.toString(most)));
        }
    }
}
