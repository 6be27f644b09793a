package org.rnvr.update;

/** Whether what runs is what is installed. */
public enum InstallationState {
    /** What is installed runs. */
    IN_EFFECT,
    /** What is installed takes effect after a restart. */
    RESTART_NEEDED
}
