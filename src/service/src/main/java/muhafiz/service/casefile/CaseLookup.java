package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import muhafiz.domain.casefile.ApplicationNumber;
import muhafiz.domain.casefile.CaseFile;

/** Finds a case by its number, as people type it. */
@ApplicationScoped
@Transactional
public class CaseLookup {
    private static final int MOST = 1000;

    private final NumberIndex index;
    private final CaseRows rows;

    @Inject
    CaseLookup(NumberIndex index, CaseRows rows) {
        this.index = index;
        this.rows = rows;
    }

    /** The case; empty where the number is not one or is nobody's. Does the same look-up either way. */
    public Optional<CaseFile> find(String number) {
        return ApplicationNumber.parse(number).flatMap(index::find).flatMap(rows::find);
    }

    /** The same, or of an imported case what it was called before. */
    public Optional<CaseFile> findByAnyNumber(String number) {
        Optional<UUID> own = ApplicationNumber.parse(number).flatMap(index::find);
        Optional<UUID> before = index.candidates(Set.of(Sign.ofOldNumber(number)), Within.ALL, 1).stream()
                .findFirst();
        return own.or(() -> before).flatMap(rows::find);
    }

    /** Cases that this cabinet may have lodged; the caller compares. At most a thousand. */
    public List<CaseFile> ofCabinet(String cabinet) {
        return index.candidates(Set.of(Sign.ofCabinet(cabinet)), Within.ALL, MOST).stream()
                .flatMap(id -> rows.find(id).stream())
                .toList();
    }

    /** What the access code of this number hashes to. */
    public Optional<String> accessCodeHash(ApplicationNumber number) {
        return index.find(number).flatMap(rows::find).map(CaseFile::accessCodeHash);
    }
}
