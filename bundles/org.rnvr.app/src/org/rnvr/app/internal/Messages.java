package org.rnvr.app.internal;

import java.text.MessageFormat;
import org.eclipse.osgi.util.NLS;

/** Texts of the applications. */
final class Messages extends NLS {

    public static String adopted;
    public static String alert;
    public static String catalogChecked;
    public static String checkUsage;
    public static String compareBad;
    public static String compareChanged;
    public static String compareGood;
    public static String compareMissing;
    public static String compareUnknown;
    public static String compareUnreadable;
    public static String connecting;
    public static String consoleMissing;
    public static String dataFolderInUse;
    public static String dataFolderUnusable;
    public static String ended;
    public static String exportFile;
    public static String exportFormat;
    public static String exportTime;
    public static String exported;
    public static String featuresAddress;
    public static String featuresConsent;
    public static String featuresDroppedIn;
    public static String featuresLine;
    public static String featuresNothing;
    public static String featuresPlanned;
    public static String featuresRestart;
    public static String featuresStrategies;
    public static String featuresTrust;
    public static String featuresUnsigned;
    public static String featuresUsage;
    public static String featuresYes;
    public static String fileMissing;
    public static String gap;
    public static String importCamera;
    public static String importChange;
    public static String importChangeOfCamera;
    public static String importDone;
    public static String importDoneBackup;
    public static String importInUse;
    public static String importLeft;
    public static String importNothing;
    public static String importRefused;
    public static String importUsage;
    public static String installed;
    public static String lost;
    public static String noDisplay;
    public static String notStarted;
    public static String offline;
    public static String problem;
    public static String reconnected;
    public static String reconnecting;
    public static String recordingStarted;
    public static String recordingStopped;
    public static String recordingsGoTo;
    public static String recordingsUsage;
    public static String recovered;
    public static String removed;
    public static String reverted;
    public static String rolledBack;
    public static String segmentClosed;
    public static String segmentsDeleted;
    public static String stalled;
    public static String started;
    public static String storage;
    public static String strategyAdded;
    public static String strategyRemoved;
    public static String streaming;
    public static String suspect;
    public static String updateAvailable;
    public static String updateRefused;
    public static String updated;
    public static String verifyBad;
    public static String verifyGood;
    public static String verifyNoKey;
    public static String verifyOtherKey;
    public static String verifyOwnKey;
    public static String warning;

    static {
        initializeMessages("org.rnvr.app.internal.messages", Messages.class);
    }

    private Messages() {}

    public static String format(String pattern, Object... arguments) {
        return MessageFormat.format(pattern, arguments);
    }
}
