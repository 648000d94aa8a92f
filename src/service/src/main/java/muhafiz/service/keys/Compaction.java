package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Merges pages that destruction has left sparse, so that a rotation has no more to move than it must. One fresh page a transaction; what
 * was interrupted is simply asked for again. Safe for all threads and nodes.
 */
@ApplicationScoped
public class Compaction {
    private final Turn turn;

    @Inject
    Compaction(Turn turn) {
        this.turn = turn;
    }

    /** @return how many pages fewer there are; pages that others hold wait for the next time */
    public int compact() {
        int fewer = 0;
        for (Shelf shelf : turn.sparseShelves()) {
            int merged = turn.merge(shelf);
            while (merged > 0) {
                fewer += merged - 1;
                merged = turn.merge(shelf);
            }
        }
        return fewer;
    }

    /** One transaction of it. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Turn {
        private final PageMerge merge;

        @Inject
        Turn(PageMerge merge) {
            this.merge = merge;
        }

        public Iterable<Shelf> sparseShelves() {
            return merge.sparseShelves();
        }

        /** @return how many pages became one; 0 where there is nothing to merge */
        public int merge(Shelf shelf) {
            return merge.merge(shelf);
        }
    }
}
