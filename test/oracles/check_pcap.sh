#!/bin/bash
# One of the oracles of this project: written apart from the engine to judge it, kept here with its logic unchanged.
# check_pcap.sh FILE [EXPECTED ...]    judge a capture with tshark, as an outside reader of the simulator's export
#
#   EXPECTED   TAG          this anomaly may occur, any number of times (also 0)
#              TAG=N        it must occur exactly N times        TAG>=N  at least N times
#              complete=M   every TCP stream must have tcp.completeness M (decimal; 31 = SYN,SYN-ACK,ACK,DATA,FIN;
#                           15 without FIN, 23 no data, 47 with RST instead of FIN, 63 both)
#              streams=N    number of TCP streams     packets=N  number of TCP segments
#              nochecksum   do not judge checksums (capture of an offloading interface)
#   TAG        retransmission fast_retransmission spurious_retransmission out_of_order duplicate_ack lost_segment
#              ack_lost_segment zero_window zero_window_probe zero_window_probe_ack window_update window_full
#              keep_alive keep_alive_ack reused_ports dsack rst other
#            (retransmission counts only those that tshark calls neither fast nor spurious)
# Prints every expert info (frame, severity, tag, text), then counts, then a verdict.
# Exit: 0 clean (all anomalies expected), 1 anomaly or unmet expectation, 2 bad checksum, 3 malformed or unreadable, 64 usage.
f=${1:?usage: check_pcap.sh FILE [EXPECTED ...]}; shift
[ -r "$f" ] || { echo "cannot read $f" >&2; exit 64; }
TAGS="retransmission fast_retransmission spurious_retransmission out_of_order duplicate_ack lost_segment ack_lost_segment zero_window zero_window_probe zero_window_probe_ack window_update window_full keep_alive keep_alive_ack reused_ports"
US=$'\x1f'; RS=$'\x1e'; fl=()
for x in frame.number tcp.stream ip.checksum.status tcp.checksum.status tcp.completeness _ws.expert.severity _ws.expert.message _ws.malformed tcp.analysis.duplicate_ack_num tcp.flags ip.bogus_ip_length; do
  [ "$x" = ip.bogus_ip_length ] && continue; fl+=(-e $x); done
for t in $TAGS; do fl+=(-e tcp.analysis.$t); done
err=$(mktemp); trap 'rm -f $err' EXIT
out=$(tshark -n -r "$f" -2 -d tcp.port==1-65535,data -o tcp.check_checksum:TRUE -o ip.check_checksum:TRUE -o udp.check_checksum:TRUE \
   -o tcp.desegment_tcp_streams:FALSE -o tcp.analyze_sequence_numbers:TRUE -o tcp.relative_sequence_numbers:FALSE \
   -T fields -E separator=$US -E aggregator=$RS -E occurrence=a "${fl[@]}" 2>$err)
rc=$?
grep -v -e '^Running as user' -e '^$' $err
if [ $rc -ne 0 ]; then echo "VERDICT $f: UNREADABLE (tshark rc $rc)"; exit 3; fi
printf '%s\n' "$out" | awk -v FS=$US -v RSEP=$RS -v tags="$TAGS" -v expect="$*" -v file="$f" '
function add(t,n){cnt[t]++; hit=1}
BEGIN{ nt=split(tags,T," "); ne=split(expect,E," "); for(i=1;i<=nt;i++) known[T[i]]=1; known["dsack"]=known["rst"]=known["other"]=1
  sev["8388608"]="error"; sev["6291456"]="warn"; sev["4194304"]="note"; sev["2097152"]="chat"
  for(i=1;i<=ne;i++){ e=E[i]
    if(e=="nochecksum"){nock=1;continue}
    if(match(e,/^[a-z_]+/)){ k=substr(e,1,RLENGTH); r=substr(e,RLENGTH+1)
      if(k=="complete"||k=="streams"||k=="packets"){ want[k]=substr(r,2); continue }
      if(!(k in known)){ print "unknown expectation: " e > "/dev/stderr"; usage=1; continue }
      allow[k]=1; if(r ~ /^>=/) min[k]=substr(r,3); else if(r ~ /^=/) eq[k]=substr(r,2) } } }
$0!=""{ n++; fr=$1; st=$2
  if(st!=""){ if(!(st in comp)) ns++; comp[st]=$5; np++ }
  if($3=="0"){badip++; print "frame " fr " error bad_ip_checksum"}
  if($4=="0"){badtcp++; if(!nock) print "frame " fr " error bad_tcp_checksum"}
  if($8!=""){mal++; print "frame " fr " error malformed"}
  a=""
  for(i=1;i<=nt;i++) if($(10+i)!="" ){ if(T[i]=="retransmission"&&($12!=""||$13!="")) continue; cnt[T[i]]++; a=a " " T[i] }
  m=split($7,M,RSEP); split($6,S,RSEP)
  for(i=1;i<=m;i++){ s=sev[S[i]]; t="other"
    if(M[i] ~ /^(Connection establish|Connection finish|This frame (initiates|undergoes))/) {t="-"}
    else if(M[i] ~ /Connection reset/) t="rst"
    else if(M[i] ~ /^D-SACK/) t="dsack"
    else if(M[i] ~ /^Bad checksum/) t="checksum"
    else if(M[i] ~ /retransmission|out-of-order|Duplicate ACK|not captured|wasn.t captured|[Zz]ero [Ww]indow|window update|completely full|keep-alive|same ports/) t="analysis"
    if(t=="rst"||t=="dsack"||(t=="other"&&s!="chat")){cnt[t]++}
    print "frame " fr " " s " " (t=="analysis"?substr(a,2):t) " | " M[i] } }
END{ if(usage) exit 64
  printf "segments %d, streams %d, completeness", np, ns; for(s in comp) printf " %s:%s", s, comp[s]; print ""
  for(k in cnt) printf "count %s %d%s\n", k, cnt[k], (k in allow)?" (expected)":" UNEXPECTED"
  bad=0
  for(k in cnt) if(!(k in allow)) bad=1
  for(k in eq) if(cnt[k]+0!=eq[k]){ print "expected " k "=" eq[k] " but saw " cnt[k]+0; bad=1 }
  for(k in min) if(cnt[k]+0<min[k]){ print "expected " k ">=" min[k] " but saw " cnt[k]+0; bad=1 }
  if("complete" in want) for(s in comp) if(comp[s]!=want["complete"]){ print "stream " s " completeness " comp[s] ", wanted " want["complete"]; bad=1 }
  if("streams" in want && ns!=want["streams"]){ print "streams " ns ", wanted " want["streams"]; bad=1 }
  if("packets" in want && np!=want["packets"]){ print "packets " np ", wanted " want["packets"]; bad=1 }
  if(np==0){ print "no TCP segment in this file"; bad=1 }
  if(mal){ print "VERDICT " file ": MALFORMED"; exit 3 }
  if(!nock&&(badip||badtcp)){ print "VERDICT " file ": BAD CHECKSUM (" badip+0 " IP, " badtcp+0 " TCP)"; exit 2 }
  print "VERDICT " file ": " (bad?"ANOMALY":"CLEAN"); exit bad }'
