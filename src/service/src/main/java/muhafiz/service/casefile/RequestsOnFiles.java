package muhafiz.service.casefile;

import java.util.Set;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.policy.Condition;

/** Requests of persons, by whose number their files may be read. Each is a bean; asked within a transaction. Safe for all threads. */
public interface RequestsOnFiles {
    /**
     * What the number shows.
     *
     * @param number as the caller stated it, whatever it is
     * @return {@code request_number} where an open request of that number is of somebody whom the case names; with
     *     {@code subject_identity_verified} where it is known who asks
     */
    Set<Condition> between(String number, CaseFile file);
}
