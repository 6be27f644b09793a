package org.rnvr.control.onvif.internal;

import java.util.UUID;

/** The call to all cameras of a network (WS-Discovery, April 2005, section 5.2; ONVIF Core Specification, section 7.3). */
final class Probe {

    private static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    private static final String DISCOVERY = "http://schemas.xmlsoap.org/ws/2005/04/discovery";

    private Probe() {}

    /**
     * A call.
     *
     * @param id of the call
     * @param type of those that shall answer
     */
    static String message(UUID id, Type type) {
        return Soap.envelope(
                addressing("Action", " s:mustUnderstand=\"1\"", DISCOVERY + "/Probe")
                        + addressing("MessageID", "", "urn:uuid:" + id)
                        + addressing("ReplyTo", "", addressing("Address", "", ADDRESSING + "/role/anonymous"))
                        + addressing("To", " s:mustUnderstand=\"1\"", "urn:schemas-xmlsoap-org:ws:2005:04:discovery"),
                "<d:Probe xmlns:d=\"" + DISCOVERY + "\"><d:Types xmlns:n=\"" + type.namespace + "\">n:" + type.name
                        + "</d:Types></d:Probe>");
    }

    private static String addressing(String name, String attributes, String content) {
        return "<a:" + name + attributes + " xmlns:a=\"" + ADDRESSING + "\">" + content + "</a:" + name + ">";
    }

    /** What a camera may call itself; some answer only to one of them. */
    enum Type {
        /** Of the first profile. */
        TRANSMITTER("http://www.onvif.org/ver10/network/wsdl", "NetworkVideoTransmitter"),
        /** Of all devices. */
        DEVICE("http://www.onvif.org/ver10/device/wsdl", "Device");

        private final String namespace;
        private final String name;

        Type(String namespace, String name) {
            this.namespace = namespace;
            this.name = name;
        }
    }
}
