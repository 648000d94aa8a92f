/**
 * What somebody agrees to: a consent with the six parts that the law on personal data wants (PDL 9.6.1; policy, {@code
 * legal_bases.LB-CONSENT.consent_must_hold}).
 */
@NullMarked
package muhafiz.domain.consent;

import org.jspecify.annotations.NullMarked;
