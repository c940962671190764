"""Shards handed out by GNU parallel, mpirun and Slurm, with a worker killed in the middle.

    launchers_test.py COMMAND parallel|mpi|slurm

Plays one plan on one process, then the same plan in shards through `batch submit`, kills a worker,
submits what is missing again, merges, and compares runs.csv byte by byte. Exit 77: the launcher is
not there or does not start here, and the reason is printed.
"""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
SHARDS = 4
SCENARIO = """schema: detente/scenario/1
id: bridge
title: The bridge
issues:
  place: {options: {count: 12, prefix: p}}
  toll: {options: {count: 12, prefix: t}}
actors:
  north: {walk_away: 0.3, positions: {place: {ideal: 0, salience: 0.6}, toll: {ideal: 80, salience: 0.9}}}
  south: {walk_away: 0.3, positions: {place: {ideal: 100, salience: 0.9}, toll: {ideal: 0, salience: 0.5}}}
  port: {walk_away: 0.2, positions: {place: {ideal: 60, salience: 0.4}, toll: {ideal: 40, salience: 0.4}}}
stages: [{id: talks, rounds: 60}]
"""
PLAN = """schema: detente/batch/1
scenario: bridge.yaml
model: offers
design: {kind: random, n: %d}
vary:
  actors.north.walk_away: {range: [0.1, 0.6]}
  actors.south.walk_away: {range: [0.1, 0.6]}
  actors.port.tactic: {values: [boulware, linear, conceder]}
metrics: [agreed, round, package, welfare, utility.*]
"""


class Failure(Exception):
    pass


class TooQuick(Failure):
    """All was over before a worker could be killed."""


def call(words, expected=(0,), **options):
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    if done.returncode not in expected:
        raise Failure(f"exit {done.returncode}, not {expected}: {' '.join(map(str, words))}\n"
                      f"{done.stdout}{done.stderr}")
    return done


class Batch:
    """A plan, and the folder that shards of it go to."""

    def __init__(self, command, room, runs):
        self.command = command
        self.plan = room / "plan.yaml"
        self.folder = room / "sharded out"  # a blank, so that quoting is tried
        (room / "bridge.yaml").write_text(SCENARIO, encoding="utf-8")
        self.plan.write_text(PLAN % runs, encoding="utf-8")

    def batch(self, verb, *words, folder=None, expected=(0,), **options):
        line = [self.command, "batch", verb, self.plan, "-o", folder or self.folder, *words]
        return call([str(word) for word in line], expected, **options)

    def missing(self):
        said = self.batch("status", "--missing").stdout.strip()
        return [int(word) for word in said.split(",")] if said else []

    def workers(self):
        """Processes that play a shard of this folder right now: (pid, k of k/n)."""
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue  # it has ended
            if os.fsencode(self.folder) in words and b"--shard" in words:
                shard = words[words.index(b"--shard") + 1]
                if b"/" in shard and pathlib.Path(os.fsdecode(words[0])).name == "detente":
                    found.append((int(entry.name), int(shard.split(b"/")[0])))
        return found

    def kill_one(self, ended):
        """Kills the first worker that has rows on the disk; false if all was over before."""
        while not ended():
            for pid, shard in self.workers():
                part = self.folder / "shards" / f"{shard}-of-{SHARDS}.part"
                try:
                    if part.stat().st_size > 2000:
                        os.kill(pid, signal.SIGKILL)
                        return True
                except OSError:
                    continue  # not begun, or over meanwhile
            time.sleep(0.005)
        return False


def submit_and_kill(batch, engine, options):
    """One submission in which a worker dies; `batch submit` waits for the end."""
    line = [batch.command, "batch", "submit", batch.plan, "-o", batch.folder, "--engine", engine,
            "--shards", SHARDS, *options]
    submission = subprocess.Popen([str(word) for word in line], stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    killed = batch.kill_one(lambda: submission.poll() is not None)
    said, _ = submission.communicate(timeout=300)
    if not killed:
        raise TooQuick(f"no worker could be killed; is the plan too short?\n{said}")
    return said


def finish(batch, engine, options):
    """Submits what is missing until nothing is."""
    for _ in range(5):
        if not batch.missing():
            return
        batch.batch("submit", "--engine", engine, "--shards", SHARDS, *options,
                    expected=(0, 1), timeout=300)
    raise Failure(f"shards {batch.missing()} are still missing")


def try_launcher(batch, engine, options):
    submit_and_kill(batch, engine, options)
    finish(batch, engine, options)


def two_free_ports():
    """The first of two neighbours that nobody listens on."""
    for port in range(20000 + os.getpid() % 10000, 32000, 2):
        try:
            with socket.create_server(("", port)), socket.create_server(("", port + 1)):
                return port
        except OSError:
            continue
    raise Failure("no free ports")


class Slurm:
    """Slurm on this machine alone, with its files in one folder."""

    def __init__(self, room):
        self.room = room / "slurm"
        self.processes = []

    def start(self):
        for name in ("run", "state", "spool", "log"):
            (self.room / name).mkdir(parents=True)
        key = self.room / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        munge = self.room / "run" / "munge.sock"
        self.launch("munged", "--foreground", "--force", f"--socket={munge}",
                    f"--key-file={key}", f"--pid-file={self.room}/run/munged.pid",
                    f"--log-file={self.room}/log/munged.log",
                    f"--seed-file={self.room}/run/munged.seed")
        self.wait_for(munge.exists, "munged")
        config = self.room / "slurm.conf"
        config.write_text(self.configuration(munge), encoding="utf-8")
        os.environ["SLURM_CONF"] = str(config)
        self.launch("slurmctld", "-D", "-f", str(config))
        self.launch("slurmd", "-D", "-f", str(config))
        self.wait_for(self.node_is_idle, "slurmctld and slurmd")

    def configuration(self, munge):
        port = two_free_ports()
        settings = {
            "ClusterName": "test", "SlurmctldHost": "localhost(127.0.0.1)",
            "SlurmctldPort": port, "SlurmdPort": port + 1, "SlurmUser": "root",
            "SlurmdUser": "root", "AuthType": "auth/munge", "CredType": "cred/munge",
            "AuthInfo": f"socket={munge}", "StateSaveLocation": self.room / "state",
            "SlurmdSpoolDir": self.room / "spool",
            "SlurmctldPidFile": self.room / "run" / "slurmctld.pid",
            "SlurmdPidFile": self.room / "run" / "slurmd.pid",
            "SlurmctldLogFile": self.room / "log" / "slurmctld.log",
            "SlurmdLogFile": self.room / "log" / "slurmd.log",
            "ProctrackType": "proctrack/linuxproc", "TaskPlugin": "task/none",
            "SwitchType": "switch/none", "MpiDefault": "none",
            "JobAcctGatherType": "jobacct_gather/none",
            "AccountingStorageType": "accounting_storage/none",
            "SelectType": "select/cons_tres", "SelectTypeParameters": "CR_CPU",
            "SchedulerType": "sched/builtin", "ReturnToService": 2,
            "SlurmdParameters": "config_overrides", "MaxArraySize": 10001}
        lines = [f"{name}={value}" for name, value in settings.items()]
        lines += ["NodeName=localhost NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN",
                  "PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP"]
        return "\n".join(lines) + "\n"

    def launch(self, program, *words):
        path = shutil.which(program, path="/usr/sbin:/usr/bin:/sbin:/bin")
        log = open(self.room / "log" / f"{program}.out", "wb")
        self.processes.append(subprocess.Popen([path, *words], stdin=subprocess.DEVNULL,
                                               stdout=log, stderr=log))

    def node_is_idle(self):
        said = subprocess.run(["sinfo", "-h", "-o", "%t"], capture_output=True, text=True)
        return said.returncode == 0 and said.stdout.strip() == "idle"

    def wait_for(self, is_there, what):
        for _ in range(200):
            if is_there():
                return
            if any(process.poll() is not None for process in self.processes):
                break
            time.sleep(0.1)
        logs = [f"{file.name}: {file.read_text(errors='replace')[-400:]}"
                for file in sorted((self.room / "log").iterdir())]
        skip(f"{what} did not start here:\n" + "\n".join(logs))

    def wait_until_empty(self):
        """Until no job is left in the queue."""
        for _ in range(1200):
            if not call(["squeue", "-h"]).stdout.strip():
                return
            time.sleep(0.1)
        raise Failure("jobs are left: " + call(["squeue"]).stdout)

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def try_slurm(batch, slurm):
    """sbatch does not wait, so the test does; a task that was killed has failed, and is missing."""
    words = ["--engine", "slurm", "--shards", SHARDS]
    batch.batch("submit", *words)
    if not batch.kill_one(lambda: not call(["squeue", "-h"]).stdout.strip()):
        raise TooQuick("no worker could be killed; is the plan too short?")
    slurm.wait_until_empty()
    for _ in range(5):
        if not batch.missing():
            return
        batch.batch("submit", *words)
        slurm.wait_until_empty()
    raise Failure(f"shards {batch.missing()} are still missing")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def need(*programs):
    for program in programs:
        if shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin:/sbin") is None:
            skip(f"{program} is not installed")


def run(engine, batch, room):
    if engine == "slurm":
        need("sbatch", "slurmctld", "slurmd", "munged")
        if os.getuid() != 0:
            skip("Slurm can be started by root only")
        slurm = Slurm(room)
        try:
            slurm.start()
            try_slurm(batch, slurm)
        finally:
            slurm.stop()
    elif engine == "mpi":
        need("mpirun")
        try_launcher(batch, "mpi", ["--at-once", "2"])
    else:
        need("parallel")
        try_launcher(batch, "parallel", ["--at-once", "2"])


def compare(command, engine, runs):
    with tempfile.TemporaryDirectory(prefix="detente-launchers-") as name:
        room = pathlib.Path(name)
        batch = Batch(command, room, runs)
        alone = room / "alone"
        batch.batch("run", folder=alone)
        run(engine, batch, room)
        batch.batch("merge")
        same = (alone / "runs.csv").read_bytes() == (batch.folder / "runs.csv").read_bytes()
        if not same:
            raise Failure("runs.csv differs from that of one process")
        print(f"{engine}: {SHARDS} shards, one worker killed, merged: the bytes of one process")


def main():
    command, engine = sys.argv[1:]
    runs = int(os.environ.get("RUNS", "30000"))
    try:
        compare(command, engine, runs)
    except TooQuick:
        compare(command, engine, 5 * runs)  # a very fast machine


if __name__ == "__main__":
    try:
        main()
    except Failure as fault:
        sys.exit(str(fault))
