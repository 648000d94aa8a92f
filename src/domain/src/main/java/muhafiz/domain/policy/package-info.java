/**
 * The policy: one file that is published and enforced.
 *
 * <p>{@link muhafiz.domain.policy.PolicyFile#read(String)} reads the YAML file, whole or not at all. A file with an
 * unknown id, a class without retention, purpose or basis, more or fewer than sixteen e-services, a circle, a floor
 * above its ceiling, a key nobody knows or a word the archive cannot act on is refused with every problem and its
 * line. Every value keeps its {@link muhafiz.domain.policy.Footing}: the sources it rests on and whether it is
 * sourced, reported, unofficial or assumed. What the owner has yet to settle is an
 * {@link muhafiz.domain.policy.OpenPoint}: such a policy runs, but is not published.
 *
 * <p>A {@link muhafiz.domain.policy.Policy} is immutable. Sections with rules of their own have types
 * ({@link muhafiz.domain.policy.EService}, {@link muhafiz.domain.policy.RecordClass},
 * {@link muhafiz.domain.policy.Grant}); the checked file itself stays readable as
 * {@link muhafiz.domain.policy.Part}s, which is what gets published. How a file is read: {@code YamlGuard} refuses
 * what no policy needs, {@code YamlTree} builds parts that know their line, one reader per section turns them into
 * types through {@code FieldReader}, {@code WholeFile} and {@code Agreement} check across sections.
 *
 * <pre>{@code
 * Policy policy = PolicyFile.read(yaml);
 * EService permit = policy.service("WP").orElseThrow();
 * policy.decideBy(permit, received, Optional.of(Period.ofYears(1)), Optional.of(new BigDecimal("1400")));
 * // ten working days, not twenty
 * }</pre>
 */
@NullMarked
package muhafiz.domain.policy;

import org.jspecify.annotations.NullMarked;
