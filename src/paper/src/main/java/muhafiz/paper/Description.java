package muhafiz.paper;

import java.time.Instant;

/**
 * What a document says of itself, as XMP (ISO 16684-1); ISO 19005-3 wants it.
 *
 * @param title our own words, none of which XML needs escaped
 */
record Description(String title, Instant at) {
    Description {
        if (title.matches(".*[<>&].*")) {
            throw new IllegalArgumentException("a title holds no markup");
        }
    }

    String xmp() {
        return """
                <?xpacket begin="﻿" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                   <pdfaid:part>3</pdfaid:part>
                   <pdfaid:conformance>B</pdfaid:conformance>
                   <dc:format>application/pdf</dc:format>
                   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                   <xmp:CreatorTool>Muhafiz</xmp:CreatorTool>
                   <xmp:CreateDate>%2$s</xmp:CreateDate>
                   <xmp:ModifyDate>%2$s</xmp:ModifyDate>
                  </rdf:Description>
                 </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".formatted(title, at);
    }
}
