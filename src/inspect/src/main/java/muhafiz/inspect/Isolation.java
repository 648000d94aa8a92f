package muhafiz.inspect;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The walls around a worker, strongest first. */
public enum Isolation {
    /** Own user, network, process and mount namespaces made by bubblewrap; an almost empty file system. */
    BUBBLEWRAP,
    /** The same namespaces made by {@code unshare} and a pivoted root. */
    UNSHARE,
    /** Only a process of its own: another heap, no environment, and another uid where the archive runs as root. */
    PROCESS,
    /** Nothing to be had: no document is read by machine. */
    NONE;

    /** Everything at least as strong as {@code weakest}, strongest first; nothing for {@link #NONE}. */
    public static Set<Isolation> downTo(Isolation weakest) {
        if (weakest == NONE) {
            return Collections.emptySet();
        }
        return Collections.unmodifiableSet(EnumSet.range(BUBBLEWRAP, weakest));
    }

    /** Whether a document's parser is kept from the network, from other processes and from the archive's files. */
    public boolean isWalled() {
        return this == BUBBLEWRAP || this == UNSHARE;
    }
}
