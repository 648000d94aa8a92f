/**
 * Who is the same person. Each case knows its persons by ids of its own; an officer finds who else may be meant, says that two are one, and
 * takes it back. What is done about a person is done about all that are one with them, by {@link muhafiz.service.subject.SamePersons}.
 */
@NullMarked
package muhafiz.service.subject;

import org.jspecify.annotations.NullMarked;
