/**
 * Who holds the roots, as the operator decided: a main holder and up to two mirrors, each of one of three kinds, at places that differ.
 * A holder is known by its name for as long as a root of it lives.
 */
@NullMarked
package muhafiz.service.roots;

import org.jspecify.annotations.NullMarked;
