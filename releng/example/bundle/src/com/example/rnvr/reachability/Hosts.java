package com.example.rnvr.reachability;

/** Sends echo requests to hosts. Any thread. */
interface Hosts extends AutoCloseable {

    /** Sends one; returns at once. */
    Echo ask(String host);

    /** Sends no more. */
    @Override
    void close();

    /** An echo request. Any thread. */
    interface Echo {

        /** What became of it up to now; returns at once. */
        Answer answer();
    }

    /** What became of an echo request. */
    enum Answer {
        /** Nothing yet. */
        PENDING,
        /** The host answered. */
        ANSWERED,
        /** It did not in time. */
        UNANSWERED,
        /** The request was never sent, which tells nothing of the host. */
        NOT_SENT
    }
}
