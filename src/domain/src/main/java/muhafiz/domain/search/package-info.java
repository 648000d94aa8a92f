/**
 * Names as they are searched for: one person is written Məmmədov, Mamedov, Мамедов and محمدوف.
 *
 * <p>{@link muhafiz.domain.search.Folding} brings a word of any of the three scripts to its Latin spellings, {@link
 * muhafiz.domain.search.Sounds} leaves of a spelling what all of them share, and {@link muhafiz.domain.search.Likeness} says how alike two
 * persons are. Pure; what is indexed and under which key is not decided here.
 *
 * <pre>{@code
 * import java.util.Optional;
 * import muhafiz.domain.search.*;
 *
 * NamedPerson known = new NamedPerson("Məmmədov", "Əli Vəli oğlu", Optional.of("1990-04-17"), Optional.of("AZE"));
 * NamedPerson sought = new NamedPerson("محمدوف", "علی", Optional.empty(), Optional.empty());
 * boolean candidate = known.soundKeys().containsAll(sought.soundKeys())
 *         || known.soundKeys().stream().anyMatch(sought.soundKeys()::contains);
 * double alike = Likeness.of(sought, known).orElseThrow(); // 0 to 1
 * }</pre>
 */
@NullMarked
package muhafiz.domain.search;

import org.jspecify.annotations.NullMarked;
