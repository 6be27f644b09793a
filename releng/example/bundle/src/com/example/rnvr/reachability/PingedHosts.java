package com.example.rnvr.reachability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The hosts there are. Uses ICMP where the process may, else TCP port 7, where a refusal is an answer too. Waits on threads of
 * its own, so that no detector has to.
 */
final class PingedHosts implements Hosts {

    private static final int TIMEOUT_MILLIS = 500;
    private static final int AT_ONCE = 32;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    PingedHosts() {
        threads = new ThreadPoolExecutor(
                0, AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), PingedHosts::thread);
    }

    @Override
    public Echo ask(String host) {
        Sent echo = new Sent();
        try {
            threads.execute(() -> echo.answer = send(host));
        } catch (RejectedExecutionException e) {
            // Too many are under way, or these hosts are closed.
            echo.answer = Answer.NOT_SENT;
        }
        return echo;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Answer send(String host) {
        try {
            return InetAddress.getByName(host).isReachable(TIMEOUT_MILLIS) ? Answer.ANSWERED : Answer.UNANSWERED;
        } catch (UnknownHostException e) {
            // That a name server is gone tells nothing of the camera.
            return Answer.NOT_SENT;
        } catch (IOException e) {
            // No route to it.
            return Answer.UNANSWERED;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "reachability-echo");
        thread.setDaemon(true);
        return thread;
    }

    private static final class Sent implements Echo {

        private volatile Answer answer = Answer.PENDING;

        @Override
        public Answer answer() {
            return answer;
        }
    }
}
