package org.rnvr.control.onvif.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.spi.CameraReply;
import org.rnvr.control.spi.XmlElement;

/** Envelopes of SOAP 1.2, and what is in those that come back. */
final class Soap {

    private static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";

    private Soap() {}

    static String envelope(String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s:Envelope xmlns:s=\"" + ENVELOPE + "\">"
                + (header.isEmpty() ? "" : "<s:Header>" + header + "</s:Header>")
                + "<s:Body>" + body + "</s:Body></s:Envelope>";
    }

    /** What the body of a reply holds, or the fault as a failure (ONVIF Core Specification, section 5.11.2). */
    static CompletionStage<XmlElement> response(CameraReply reply, String name) {
        try {
            return CompletableFuture.completedFuture(content(reply, name));
        } catch (ControlException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static XmlElement content(CameraReply reply, String name) throws ControlException {
        XmlElement envelope;
        try {
            envelope = XmlElement.parse(reply.content());
        } catch (ControlException e) {
            if (reply.isGood()) {
                throw e;
            }
            ControlException refusal = new ControlException(Reason.REFUSED, "HTTP " + reply.status());
            refusal.addSuppressed(e);
            throw refusal;
        }
        Optional<XmlElement> fault = envelope.at("Body", "Fault");
        if (fault.isPresent()) {
            throw failure(fault.get());
        }
        return envelope.at("Body", name)
                .filter(found -> reply.isGood())
                .orElseThrow(() -> new ControlException(
                        reply.isGood() ? Reason.NOT_UNDERSTOOD : Reason.REFUSED,
                        reply.isGood() ? "" : "HTTP " + reply.status()));
    }

    private static ControlException failure(XmlElement fault) {
        String code = fault.at("Code").map(XmlElement::text).orElse("") + " "
                + fault.at("faultcode").map(XmlElement::text).orElse("");
        String text = fault.textAt("Reason", "Text");
        if (code.contains("NotAuthorized") || code.contains("FailedAuthentication")) {
            return new ControlException(Reason.NOT_AUTHORIZED, "");
        }
        if (code.contains("NoPTZProfile") || code.contains("PTZNotSupported")) {
            return new ControlException(Reason.NOT_MOVABLE, "");
        }
        return new ControlException(Reason.REFUSED, text.isEmpty() ? fault.textAt("faultstring") : text);
    }
}
