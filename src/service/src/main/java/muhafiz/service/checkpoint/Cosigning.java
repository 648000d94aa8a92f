package muhafiz.service.checkpoint;

import muhafiz.proof.tlog.SignedNote;

/** Asks witnesses. */
public interface Cosigning {
    /**
     * The note with the cosignatures of all witnesses that answered.
     *
     * @param before a size that they probably know, from which a witness that has another one differs
     * @throws BehindException where one has cosigned a larger tree
     * @throws muhafiz.crypto.IntegrityException where one has cosigned another tree
     */
    SignedNote cosigned(SignedNote checkpoint, long before);
}
