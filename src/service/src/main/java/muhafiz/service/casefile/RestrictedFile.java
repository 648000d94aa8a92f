package muhafiz.service.casefile;

import java.util.Map;
import muhafiz.domain.document.Restriction;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;

/** Says of a restricted file, to one who may know of it, since when and by what it is restricted. */
public final class RestrictedFile {
    private RestrictedFile() {}

    public static RefusedException refusal(Restriction restriction) {
        return new RefusedException(
                Refusal.RESTRICTED,
                "its use is restricted until that is lifted",
                Map.of("since", restriction.since().toString(), "request", restriction.because()));
    }
}
