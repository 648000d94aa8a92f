/**
 * Finding persons and their cases.
 *
 * <p>{@link muhafiz.service.search.Sought} says by what; {@link muhafiz.service.search.Finding} asks the blind index for candidates within a
 * reach, opens them and keeps those that are meant, the likeliest first; {@link muhafiz.service.search.PersonSearch} is the officer's search
 * with purpose, decision and entry, {@link muhafiz.service.search.BorderQueries} that of border units, who learn whether there is anything
 * before they learn what. Nothing is found for anybody that the policy would not show them.
 */
@NullMarked
package muhafiz.service.search;

import org.jspecify.annotations.NullMarked;
