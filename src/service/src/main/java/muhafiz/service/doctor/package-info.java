/** The archive examines itself, for an operator: what of a sample can be opened, what has no key, what cannot be read and why. */
@NullMarked
package muhafiz.service.doctor;

import org.jspecify.annotations.NullMarked;
