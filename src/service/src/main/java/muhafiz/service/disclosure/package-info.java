/**
 * What is given to others: proposed on one of the policy's grounds, approved by others, packed for one receiver, kept in a register that the
 * person's answer is made from.
 *
 * <p>The prohibitions are asked first, and asked again at each approval and at each package. What a package is made from (values of
 * fields, which documents) is frozen when it is proposed, under a leaf of its own that dies with its time or its recall; the register row
 * (recipient, basis, manifest, reason of a secrecy) has another leaf and lives as long as its class, RC-DISC.
 */
@NullMarked
package muhafiz.service.disclosure;

import org.jspecify.annotations.NullMarked;
