package org.rnvr.update.p2.internal;

import java.text.MessageFormat;
import org.eclipse.osgi.util.NLS;

/** Texts for people. */
public final class Messages extends NLS {

    public static String busy;
    public static String cancelled;
    public static String cutOff;
    public static String noFormer;
    public static String noInstallation;
    public static String noRepository;
    public static String noRepositoryKnown;
    public static String noSolution;
    public static String notChanged;
    public static String notFetched;
    public static String notKept;
    public static String notReverted;
    public static String notWritable;
    public static String ownFeature;
    public static String something;
    public static String tampered;
    public static String unknownCertificate;
    public static String unknownFeature;
    public static String unknownInstalled;
    public static String unknownKey;
    public static String unsigned;
    public static String wrongChecksum;

    static {
        initializeMessages("org.rnvr.update.p2.internal.messages", Messages.class);
    }

    private Messages() {}

    static String format(String pattern, Object... arguments) {
        return MessageFormat.format(pattern, arguments);
    }
}
