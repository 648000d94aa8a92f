/**
 * To whom something is given out, on what ground, and what that ground must name (policy, {@code disclosures}).
 *
 * <pre>{@code
 * Ground ground = Ground.of(GroundCode.D_GOV, stated);
 * List<String> missing = ground.missing(policy.disclosureGround("D-GOV").orElseThrow().needs(), today);
 * }</pre>
 */
@NullMarked
package muhafiz.domain.disclosure;

import org.jspecify.annotations.NullMarked;
