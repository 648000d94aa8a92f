package muhafiz.service.casefile;

import muhafiz.domain.casefile.CaseFile;

/** Hears of a case that came to another state, within the transaction that moved it. */
public interface Moves {
    /** @param file in its new state, its row held */
    void moved(CaseFile file);
}
