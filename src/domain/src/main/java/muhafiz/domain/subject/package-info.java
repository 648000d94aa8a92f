/**
 * The person: what joins their cases and nothing more.
 *
 * <p>Names, contacts and numbers belong to a {@link muhafiz.domain.casefile.CaseParty}, so that they die with the case. A
 * {@link muhafiz.domain.subject.DataSubject} holds, sealed under a leaf of its own, only what joins one person's cases.
 */
@NullMarked
package muhafiz.domain.subject;

import org.jspecify.annotations.NullMarked;
