/**
 * Machine-readable zones on the pages of a document: from its text where it has one, else from the picture by an own reader of OCR-B
 * (ISO 1073-2). The reader knows nothing but that the letters of a zone stand at a fixed pitch in two or three lines below each other: it
 * looks for such lines, compares each cell with the font's letters, and lets the check digits decide. What it cannot read it leaves to people.
 *
 * <p>{@code OCRB.otf} is the OCR-B of Norbert Schwarz (1995, 2010: "You may freely use, modify and/or distribute this file, without
 * limitation") as Matthew Skala made an OpenType font of it (2012, public domain) and Debian builds it (fonts-ocr-b 0.3~dfsg1-1).
 */
@NullMarked
package muhafiz.sandbox.mrz;

import org.jspecify.annotations.NullMarked;
