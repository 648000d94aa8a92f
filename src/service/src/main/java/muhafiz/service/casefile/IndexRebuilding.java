package muhafiz.service.casefile;

import java.time.Duration;
import muhafiz.crypto.UnavailableException;

/** The blind index is being rebuilt; until it is complete, nothing is answered from it, so that nothing is missed. */
public class IndexRebuilding extends UnavailableException {
    private static final long serialVersionUID = 1;

    public IndexRebuilding() {
        super("index-rebuilding", Duration.ofSeconds(5));
    }
}
